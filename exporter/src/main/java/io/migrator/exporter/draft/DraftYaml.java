package io.migrator.exporter.draft;

import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.filetype.FileType.FileColumn;
import io.migrator.exporter.source.Secret;
import io.migrator.exporter.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a description of a source that the schema accepts, with what is guessed and what is open as comments. */
final class DraftYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private final StringBuilder text = new StringBuilder();

    static String scalar(String value) {
        return PLAIN.matcher(value).matches() && !WORD_OF_YAML.matcher(value).matches()
                ? value
                : "'" + value.replace("'", "''") + "'";
    }

    private static String list(List<String> values) {
        return values.size() == 1
                ? scalar(values.get(0))
                : values.stream().map(DraftYaml::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The parts that are known already. */
    void header(SourceFile source) {
        line(
                "# A draft: guessed from names, types and first rows. Look at every line, above all at those that are OPEN.");
        line("source: " + source.source());
        line("connection:");
        line("  url: " + scalar(source.connection().url()));
        String user = source.connection().user();
        if (user != null) {
            line("  user: " + scalar(user));
        }
        Secret password = source.connection().password();
        if (password != null) {
            line("  password: " + password.reference());
        }
        if (source.connection().fetchSize() != null) {
            line("  fetchSize: " + source.connection().fetchSize());
        }
        line("service:");
        line("  url: " + source.service().url());
        line("  user: " + scalar(source.service().user()));
        line("  password: " + source.service().password().reference());
        line("zone: " + source.zoneOrDefault().getId()
                + (source.zone() == null ? " # OPEN: of moments that the source keeps without one" : ""));
    }

    void types(List<FileType> types, Map<String, TableGuess> guesses, Map<String, Map<String, Suggestion>> suggested) {
        if (!guesses.isEmpty()) {
            line("types:");
        }
        for (FileType type : types) {
            TableGuess guess = guesses.get(type.name());
            if (guess != null) {
                type(guess, suggested.getOrDefault(type.name(), Map.of()));
            }
        }
        types.stream()
                .filter(type -> !guesses.containsKey(type.name()))
                .forEach(type -> line("# No table looks like " + type.name() + ": " + type.description()));
    }

    private void type(TableGuess guess, Map<String, Suggestion> suggested) {
        line("  # " + guess.type().description() + " Guess " + rounded(guess.likeness()) + ", "
                + guess.table().rows() + " rows.");
        line("  " + guess.type().name() + ":");
        line("    table: " + scalar(guess.table().name()));
        line("    key: " + list(guess.key()) + (guess.table().key().isEmpty() ? " # OPEN: no primary key" : ""));
        line("    # changed: a column that rises with every change, if there is one; then only changes are read");
        line("    columns:");
        List<FileColumn> columns = guess.type().columns();
        line("      " + columns.get(0).name() + ": "
                + (guess.key().size() == 1
                        ? list(guess.key())
                        : "{from: " + list(guess.key()) + ", then: [concat: '-']}")
                + " # the key");
        for (FileColumn column : columns.subList(1, columns.size())) {
            guess.of(column)
                    .ifPresentOrElse(
                            found -> guessed(
                                    found, Objects.requireNonNullElse(suggested.get(column.name()), Suggestion.of())),
                            () -> open(column));
        }
        if (!guess.unused().isEmpty()) {
            line("    # not used: " + String.join(", ", guess.unused()));
        }
    }

    private void guessed(ColumnGuess guess, Suggestion suggestion) {
        String from = scalar(guess.from().name());
        line("      " + guess.column().name() + ": "
                + (suggestion.steps().isEmpty()
                        ? from
                        : "{from: " + from + ", then: [" + String.join(", ", suggestion.steps()) + "]}")
                + " # guess " + rounded(guess.likeness()) + ", " + guess.from().typeName()
                + (suggestion.open().isEmpty()
                        ? ""
                        : "; OPEN: " + suggestion.open().strip()));
    }

    private void open(FileColumn column) {
        line("      # " + (column.isRequired() ? "OPEN, every row needs it: " : "nothing found: ") + column.name()
                + " (" + column.description() + ")");
    }

    private static String rounded(double likeness) {
        return String.format(Locale.ROOT, "%.2f", likeness);
    }

    private void line(String line) {
        text.append(line.replaceAll("\\R", " ")).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
