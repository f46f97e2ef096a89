package io.migrator.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.datafaker.Faker;

/** Made-up customers from several countries, with names in several scripts. */
final class SampleCustomers {

    private record Region(String language, String country, int postcodeDigits, String state) {}

    private static final List<Region> REGIONS = List.of(
            new Region("en-AU", "AU", 4, "NSW"),
            new Region("en-AU", "AU", 4, "VIC"),
            new Region("de", "DE", 5, ""),
            new Region("fr", "FR", 5, ""),
            new Region("pl", "PL", 5, ""),
            new Region("sv", "SE", 5, ""),
            new Region("vi", "VN", 6, ""),
            new Region("ja", "JP", 7, ""),
            new Region("ru", "KZ", 6, ""));

    private final Chance chance;
    private final Map<String, Faker> fakers = new LinkedHashMap<>();

    SampleCustomers(long seed) {
        this.chance = new Chance(seed);
        REGIONS.forEach(region -> fakers.computeIfAbsent(
                region.language(), language -> new Faker(Locale.forLanguageTag(language), chance.random())));
    }

    /** Adds rows whose keys are the prefix and a number; returns the keys. */
    List<String> addTo(SampleTable table, String prefix, int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String key = prefix + String.format(Locale.ROOT, "%04d", i);
            table.add(customer(key, REGIONS.get(i % REGIONS.size())));
            keys.add(key);
        }
        return keys;
    }

    private Map<String, Object> customer(String key, Region region) {
        Faker faker = fakers.get(region.language());
        if (faker == null) {
            throw new IllegalStateException("no names in " + region.language());
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("EXTERNAL_ID", key);
        cells.put("TITLE", chance.pick("Mr", "Ms", "Mx", "Dr", ""));
        cells.put("FIRST_NAME", faker.name().firstName());
        cells.put("LAST_NAME", faker.name().lastName());
        cells.put("DATE_OF_BIRTH", chance.dayIn(1938, 2004));
        contact(cells, key);
        address(cells, faker, region);
        account(cells, region);
        return cells;
    }

    private void contact(Map<String, Object> cells, String key) {
        boolean reachedByMail = chance.percent(90);
        if (reachedByMail) {
            cells.put("EMAIL", key.toLowerCase(Locale.ROOT) + chance.pick("@example.com", "@example.org"));
            cells.put("EMAIL_VERIFIED", chance.percent(70));
        }
        if (!reachedByMail || chance.percent(50)) {
            cells.put("MOBILE", "+614" + chance.digits(8));
        }
    }

    private void address(Map<String, Object> cells, Faker faker, Region region) {
        if (chance.percent(15)) {
            return; // many source systems never asked
        }
        cells.put("ADDRESS_LINE_1", faker.address().streetAddress());
        cells.put("ADDRESS_LINE_2", chance.percent(20) ? "Unit " + chance.between(1, 40) : "");
        cells.put("SUBURB", faker.address().cityName());
        cells.put("STATE", region.state());
        cells.put("POSTCODE", chance.digits(region.postcodeDigits()));
        cells.put("COUNTRY", region.country());
    }

    private void account(Map<String, Object> cells, Region region) {
        cells.put("ACCOUNT_STATUS", chance.pick("ACTIVE", "ACTIVE", "ACTIVE", "LOCKED", "DEACTIVATED"));
        cells.put("REGISTERED_AT", chance.momentInLast(3_000));
        cells.put("LOCALE", region.language());
        cells.put("SELF_EXCLUDED_UNTIL", chance.percent(3) ? chance.dayIn(2026, 2028) : "");
        cells.put("WEEKLY_SPEND_LIMIT_CENTS", chance.percent(40) ? chance.between(1, 50) * 1_000 : "");
    }
}
