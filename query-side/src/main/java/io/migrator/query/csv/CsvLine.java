package io.migrator.query.csv;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Cells that the service itself writes into a CSV file. Not safe for use by several threads. */
public final class CsvLine {

    private final Writer out;
    private final char delimiter;
    private final String lineEnd;
    private boolean isBegun;

    public CsvLine(Writer out, char delimiter, String lineEnd) {
        this.out = out;
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
    }

    /** Adds text that is CSV already: it is not looked at. */
    public CsvLine raw(String cells) throws IOException {
        separate();
        out.write(cells);
        return this;
    }

    /** Adds a cell, in quotes when it needs them; null is an empty one. */
    public CsvLine cell(@Nullable String text) throws IOException {
        separate();
        if (text != null) {
            out.write(needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return this;
    }

    /** Ends the line. */
    public void end() throws IOException {
        out.write(lineEnd);
        isBegun = false;
    }

    private void separate() throws IOException {
        if (isBegun) {
            out.write(delimiter);
        }
        isBegun = true;
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
