package io.migrator.exporter.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a secret is: {@code ${env:NAME}} or {@code ${file:PATH}}. The secret itself is in no file of ours and in no log. */
public record Secret(@JsonValue String reference) {

    private static final Pattern FORM = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {}

    /**
     * The secret as it is now.
     *
     * @throws SourceFileException when it is not there
     */
    public String value(Map<String, String> environment) {
        Matcher matcher = FORM.matcher(reference);
        if (!matcher.matches()) {
            throw new SourceFileException("a secret is written as ${env:NAME} or ${file:PATH}");
        }
        String place = matcher.group(2);
        if (matcher.group(1).equals("env")) {
            String value = environment.get(place);
            if (value == null) {
                throw new SourceFileException("the environment variable " + place + " is not set");
            }
            return value;
        }
        try {
            return Files.readString(Path.of(place)).strip();
        } catch (IOException e) {
            throw new SourceFileException("the secret's file " + place + " cannot be read");
        }
    }
}
