package io.migrator.query.transfer;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which codings a client takes, by its {@code Accept-Encoding} (RFC 9110, section 12.5.3).
 *
 * @param gzip how much it likes gzip; 0 = not at all
 * @param identity how much it likes the file as it is
 */
record AcceptedCodings(double gzip, double identity) {

    /** A client that does not speak of it takes the file as it is, if it gets nothing that it has named. */
    private static final double UNNAMED = 0.0001;

    private static final Pattern WEIGHT = Pattern.compile("[01](\\.[0-9]{0,3})?");

    static AcceptedCodings of(Enumeration<String> headers) {
        Map<String, Double> weights = new HashMap<>();
        for (String header : Collections.list(headers)) {
            for (String element : header.split(",", -1)) {
                String[] parts = element.split(";", -1);
                weights.put(parts[0].strip().toLowerCase(Locale.ROOT), weight(parts));
            }
        }
        double others = weights.getOrDefault("*", 0.0);
        boolean isIdentityExcluded = weights.containsKey("*") && others == 0;
        return new AcceptedCodings(
                weights.getOrDefault("gzip", weights.getOrDefault("x-gzip", others)),
                weights.getOrDefault("identity", isIdentityExcluded ? 0 : UNNAMED));
    }

    /** What is no weight makes the element one that is not wanted: so nobody gets what he might not understand. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String weight = parameter.substring(2).strip();
                double value = WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : 0;
                return value <= 1 ? value : 0;
            }
        }
        return 1;
    }

    boolean takesIdentity() {
        return identity > 0;
    }

    /** What to send; empty when the client takes neither. */
    Optional<ContentCoding> best() {
        if (gzip > 0 && gzip >= identity) {
            return Optional.of(ContentCoding.GZIP);
        }
        return takesIdentity() ? Optional.of(ContentCoding.IDENTITY) : Optional.empty();
    }
}
