package io.migrator.app.demo;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.app.demo.SamplePayments.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One file of each type about the same made-up customers, and one more that validation rejects. The same files at every run.
 *
 * @param customers has to be migrated first: all others refer to it
 * @param paymentMethods has to be migrated before the rest
 * @param others may be migrated in any order, or at once
 * @param rejected is not accepted
 */
record SampleFiles(SampleFile customers, SampleFile paymentMethods, List<SampleFile> others, SampleFile rejected) {

    private static final long SEED = 20_250_630;

    SampleFiles {
        others = List.copyOf(others);
    }

    /** Makes the files. */
    static SampleFiles create() {
        return new Assembly(FileTypes.load()).files();
    }

    /** All that are accepted, in an order in which they can be migrated. */
    List<SampleFile> accepted() {
        return Stream.concat(Stream.of(customers, paymentMethods), others.stream())
                .toList();
    }

    /** Writes every file into the directory. */
    void writeTo(Path directory) {
        try {
            Files.createDirectories(directory);
            for (SampleFile file :
                    Stream.concat(accepted().stream(), Stream.of(rejected)).toList()) {
                Files.writeString(directory.resolve(file.name()), file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files refer to each other, so they are made together. */
    private static final class Assembly {

        private final FileTypes types;
        private final SampleFile customers;
        private final SampleFile paymentMethods;
        private final List<String> customerKeys;
        private final List<Method> methods;

        Assembly(FileTypes types) {
            this.types = types;
            SampleTable customerTable = table("CUSTOMER_DETAILS");
            customerKeys = new SampleCustomers(SEED).addTo(customerTable, "C-", 400);
            customers = SampleFile.accepted("customers.csv", customerTable, Map.of());
            SampleTable methodTable = table("PAYMENT_METHODS");
            methods = new SamplePayments(SEED + 1).addTo(methodTable, customerKeys, 450);
            paymentMethods = SampleFile.accepted("payment-methods.csv", methodTable, Map.of());
        }

        SampleFiles files() {
            return new SampleFiles(
                    customers,
                    paymentMethods,
                    List.of(notes(), tickets(), recurringPurchases(), preferences(), gatewayMigration()),
                    rejected());
        }

        private SampleFile notes() {
            SampleTable table = table("CUSTOMER_NOTES");
            new SampleContacts(SEED + 2).addNotesTo(table, customerKeys, 350, 5);
            return SampleFile.accepted("customer-notes.csv", table, Map.of("TARGET_CUSTOMER_UNKNOWN", 5));
        }

        private SampleFile tickets() {
            SampleTable table = table("TICKET_HISTORY");
            new SamplePlay(SEED + 3).addTicketsTo(table, customerKeys, 600);
            return SampleFile.accepted("ticket-history.csv", table, Map.of());
        }

        private SampleFile recurringPurchases() {
            SampleTable table = table("RECURRING_PURCHASES");
            new SamplePlay(SEED + 4).addRecurringPurchasesTo(table, methods, 250, 3);
            return SampleFile.accepted("recurring-purchases.csv", table, Map.of("TARGET_PAYMENT_METHOD_UNKNOWN", 3));
        }

        private SampleFile preferences() {
            SampleTable table = table("COMMUNICATION_PREFERENCES");
            new SampleContacts(SEED + 5).addPreferencesTo(table, customerKeys, 700);
            return SampleFile.accepted("communication-preferences.csv", table, Map.of());
        }

        private SampleFile gatewayMigration() {
            SampleTable table = table("CARD_GATEWAY_MIGRATION");
            new SamplePayments(SEED + 6).addGatewayMigrationTo(table, methods, 200, 2, 1);
            return SampleFile.accepted(
                    "card-gateway-migration.csv",
                    table,
                    Map.of("TARGET_CONFLICT", 2, "TARGET_PAYMENT_METHOD_UNKNOWN", 1));
        }

        private SampleFile rejected() {
            SampleTable table = table("CUSTOMER_DETAILS");
            new SampleCustomers(SEED + 7).addTo(table, "M-", 40);
            return SampleMistakes.addTo(table);
        }

        private SampleTable table(String type) {
            return new SampleTable(types.get(type));
        }
    }
}
