package io.migrator.api.filetypes.standard;

import io.migrator.api.filetypes.rules.OneOf;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The published lists of codes, as the running JDK knows them, with the English names that people write in their place. */
final class CodeLists {

    private CodeLists() {}

    /** ISO 3166-1 alpha-2; known as well by alpha-3 and by name. */
    static OneOf countries() {
        List<String> codes = List.of(Locale.getISOCountries());
        Map<String, String> names = new HashMap<>();
        for (String code : codes) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names.put(upper(country.getDisplayCountry(Locale.ENGLISH)), code);
            names.put(country.getISO3Country(), code);
        }
        names.keySet().removeAll(codes);
        return OneOf.list(codes, "an ISO 3166-1 alpha-2 country code such as AU", names);
    }

    /** ISO 4217; known as well by name. */
    static OneOf currencies() {
        Collection<Currency> currencies = Currency.getAvailableCurrencies();
        Map<String, String> names = new HashMap<>();
        currencies.forEach(
                currency -> names.put(upper(currency.getDisplayName(Locale.ENGLISH)), currency.getCurrencyCode()));
        List<String> codes = currencies.stream().map(Currency::getCurrencyCode).toList();
        return OneOf.list(codes, "an ISO 4217 currency code such as AUD", names);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
