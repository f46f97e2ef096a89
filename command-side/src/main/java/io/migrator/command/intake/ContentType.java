package io.migrator.command.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} header says, as far as it matters here.
 *
 * @param name type and subtype in lower case; empty when there is none
 * @param charset the value of the parameter {@code charset}
 */
record ContentType(String name, Optional<String> charset) {

    private static final Set<String> FILES = Set.of(
            "text/csv", "application/gzip", "application/x-gzip", "application/zip", "application/x-zip-compressed");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

    static ContentType of(@Nullable String header) {
        String value = Optional.ofNullable(header).orElse("");
        Matcher charset = CHARSET.matcher(value);
        return new ContentType(
                value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
    }

    boolean isForm() {
        return name.equals("multipart/form-data");
    }

    /** Whether a body of this type is taken as the file itself. */
    boolean isFile() {
        return FILES.contains(name);
    }

    /** The encoding that it names for a file of text. */
    Optional<String> charsetOfText() {
        return charset.filter(named -> name.equals("text/csv"));
    }
}
