package io.migrator.exporter.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps there are, by the names that a source's file calls them. All but {@code default} leave nothing as it is. */
final class Steps {

    /** Parts what is joined before it is hashed; it is in no text. */
    private static final String BETWEEN = "\u001f";

    /** Of an amount; what has more is none, and would fill the memory. */
    private static final int MOST_DIGITS = 100;

    /** By as many digits as an amount may have behind its point. */
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

    /** Amounts below it are long in minor units, too. */
    private static final long SMALL = 1_000_000_000_000L;

    private static final int HASHED_BYTES = 16;

    private Steps() {}

    /**
     * The step of one entry, whose form the schema has checked.
     *
     * @param zone of texts without one
     * @throws IllegalArgumentException when a pattern or zone makes no sense
     */
    static Step of(Map<String, Object> entry, ZoneId zone) {
        Map.Entry<String, Object> only = entry.entrySet().iterator().next();
        Object value = only.getValue();
        return switch (only.getKey()) {
            case "trim" -> ofText(String::strip);
            case "case" -> casing(value.toString());
            case "concat" -> concat(value.toString());
            case "split" -> split(map(value));
            case "lookup" -> lookup(map(value));
            case "date" -> date(value.toString());
            case "timestamp" -> timestamp(map(value), zone);
            case "phone" -> phone(value.toString());
            case "boolean" -> words(map(value));
            case "minorUnits" -> minorUnits(((Number) value).intValue());
            case "default" -> given -> Texts.isNothing(given) ? value.toString() : given;
            case "hash" -> hash(value.toString());
            default -> throw new IllegalArgumentException("there is no step " + only.getKey());
        };
    }

    private static Object needed(Map<String, Object> how, String key) {
        return Objects.requireNonNull(how.get(key), key);
    }

    @SuppressWarnings("unchecked") // the schema has checked it
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** What makes another text of a text. */
    private interface TextStep {
        @Nullable
        Object apply(String text);
    }

    private static Step ofText(TextStep step) {
        return value -> Texts.isNothing(value) ? null : step.apply(Texts.of(value));
    }

    private static Step casing(String to) {
        return switch (to) {
            case "upper" -> ofText(text -> text.toUpperCase(Locale.ROOT));
            case "lower" -> ofText(text -> text.toLowerCase(Locale.ROOT));
            default -> {
                Pattern first = Pattern.compile("(?<![\\p{L}\\p{M}'’])\\p{L}");
                yield ofText(text -> first.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT)));
            }
        };
    }

    private static Step concat(String by) {
        return value -> parts(value).stream()
                .filter(part -> !Texts.isNothing(part))
                .map(Texts::of)
                .collect(Collectors.joining(by));
    }

    private static List<?> parts(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private static Step split(Map<String, Object> how) {
        Pattern by = Pattern.compile(Pattern.quote(needed(how, "by").toString()));
        int part = ((Number) needed(how, "part")).intValue();
        return ofText(text -> {
            String[] parts = by.split(text, -1);
            int index = part > 0 ? part - 1 : parts.length + part;
            return index < 0 || index >= parts.length ? "" : parts[index];
        });
    }

    private static Step lookup(Map<String, Object> how) {
        Map<String, String> values = new HashMap<>();
        map(needed(how, "values")).forEach((from, to) -> values.put(from, to.toString()));
        Object otherwise = how.get("otherwise");
        return ofText(text -> {
            String found = values.get(text);
            if (found != null) {
                return found;
            } else if (otherwise == null) {
                throw new CellException("the value is not in the lookup table");
            }
            return otherwise.toString();
        });
    }

    private static Step date(String pattern) {
        DateTimeFormatter format = formatter(pattern);
        return ofText(text -> {
            try {
                return LocalDate.parse(text.strip(), format);
            } catch (DateTimeException e) {
                throw new CellException("the date is not written as " + pattern);
            }
        });
    }

    private static Step timestamp(Map<String, Object> how, ZoneId zone) {
        String pattern = needed(how, "pattern").toString();
        DateTimeFormatter format = formatter(pattern);
        ZoneId there = how.containsKey("zone") ? ZoneId.of(needed(how, "zone").toString()) : zone;
        return ofText(text -> {
            try {
                return LocalDateTime.parse(text.strip(), format).atZone(there).toInstant();
            } catch (DateTimeException e) {
                throw new CellException("the moment is not written as " + pattern);
            }
        });
    }

    /** Strictly: 31.02. is no day. "yyyy" is what people write for the year that "uuuu" means. */
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Step phone(String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return ofText(text -> {
            try {
                PhoneNumber number = numbers.parse(text, country);
                if (!numbers.isPossibleNumber(number)) {
                    throw new CellException("it is no telephone number of " + country);
                }
                return numbers.format(number, PhoneNumberFormat.E164);
            } catch (NumberParseException e) {
                throw new CellException("it is no telephone number");
            }
        });
    }

    private static Step words(Map<String, Object> how) {
        Set<String> yes = lowered(how.get("yes"));
        Set<String> no = lowered(how.get("no"));
        return ofText(text -> {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (yes.contains(word)) {
                return true;
            } else if (no.contains(word)) {
                return false;
            }
            throw new CellException("the word means neither yes nor no");
        });
    }

    private static Set<String> lowered(@Nullable Object words) {
        Set<String> lowered = new HashSet<>();
        parts(words).forEach(word -> lowered.add(Texts.of(word).toLowerCase(Locale.ROOT)));
        return lowered;
    }

    private static Step minorUnits(int digits) {
        return value -> Texts.isNothing(value) ? null : minorUnits(value, digits);
    }

    private static Object minorUnits(@Nullable Object value, int digits) {
        if (value instanceof Long whole) {
            boolean isSmall = whole > -SMALL && whole < SMALL;
            return isSmall
                    ? Long.toString(whole * POWERS_OF_TEN[digits])
                    : BigDecimal.valueOf(whole, -digits).toPlainString();
        }
        try {
            BigDecimal amount = value instanceof BigDecimal number
                    ? number
                    : new BigDecimal(Texts.of(value).strip());
            if (Math.abs((long) amount.scale()) > MOST_DIGITS) {
                throw new CellException("it is no amount");
            }
            return amount.movePointRight(digits).setScale(0).toPlainString();
        } catch (NumberFormatException e) {
            throw new CellException("it is no amount");
        } catch (ArithmeticException e) {
            throw new CellException("the amount has more than " + digits + " digits behind the point");
        }
    }

    private static Step hash(String name) {
        return value -> {
            String text = parts(value).stream().map(Texts::of).collect(Collectors.joining(BETWEEN));
            return text.isEmpty() ? null : name + "-" + letters(sha256(name + BETWEEN + text));
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of sixteen bytes, a letter for each half: among hexadecimal digits there are numbers that could be those of cards. */
    private static String letters(byte[] digest) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < HASHED_BYTES; i++) {
            letters.append((char) ('a' + ((digest[i] >> 4) & 0xf))).append((char) ('a' + (digest[i] & 0xf)));
        }
        return letters.toString();
    }
}
