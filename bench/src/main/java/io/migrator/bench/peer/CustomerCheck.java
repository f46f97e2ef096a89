package io.migrator.bench.peer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.validator.ValidationException;

/**
 * The validating processor: a line in order becomes a {@link Customer}, any other is left out and counted. The rules are those of
 * CUSTOMER_DETAILS written the usual way; that keys are unique is left to the table; mailboxes are not compared, and card numbers are not
 * looked for. Stateless but for the count, so any number of threads may share it.
 */
final class CustomerCheck implements ItemProcessor<FieldSet, Customer> {

    private static final int COLUMNS = 19;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int OF_AGE = 18;
    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private static final Set<String> TITLES = Set.of("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr");
    private static final Set<String> STATUSES = Set.of("ACTIVE", "LOCKED", "DEACTIVATED");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private final Clock clock;
    private final LongAdder refused = new LongAdder();

    CustomerCheck(Clock clock) {
        this.clock = clock;
    }

    /** How many lines were left out. */
    long refused() {
        return refused.sum();
    }

    @Override
    public @Nullable Customer process(FieldSet line) {
        try {
            Customer customer = read(line);
            check(customer);
            return customer;
        } catch (ValidationException e) {
            refused.increment();
            return null;
        }
    }

    private static Customer read(FieldSet line) {
        require(line.getFieldCount() == COLUMNS);
        CustomerCells cells = new CustomerCells(line);
        return new Customer(
                cells.required(0, 100),
                cells.oneOf(1, TITLES),
                cells.required(2, 44),
                cells.required(3, 44),
                cells.requiredDate(4),
                cells.matching(5, text -> MAILBOX.matcher(text).matches()),
                cells.matching(6, text -> E164.matcher(text).matches()),
                cells.text(7, 97),
                cells.text(8, 97),
                cells.text(9, 44),
                cells.text(10, 44),
                cells.text(11, 10),
                cells.oneOf(12, COUNTRIES),
                cells.required(13, ANY_LENGTH),
                cells.timestamp(14),
                cells.bool(15),
                cells.matching(16, text -> LANGUAGE.matcher(text).matches()),
                cells.date(17),
                cells.uint(18));
    }

    private void check(Customer customer) {
        LocalDate today = LocalDate.now(clock);
        require(!customer.dateOfBirth().isBefore(EARLIEST_BIRTH));
        require(!customer.dateOfBirth().isAfter(today.minusYears(OF_AGE)));
        require(customer.email() != null || customer.mobile() != null);
        require(STATUSES.contains(customer.accountStatus()));
        require(customer.addressLine1() == null || customer.country() != null);
        String postcode = customer.postcode();
        require(!"AU".equals(customer.country())
                || postcode == null
                || FOUR_DIGITS.matcher(postcode).matches());
        OffsetDateTime registeredAt = customer.registeredAt();
        require(registeredAt == null || !registeredAt.toInstant().isAfter(clock.instant()));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new ValidationException("a rule between the line's cells is broken");
        }
    }
}
