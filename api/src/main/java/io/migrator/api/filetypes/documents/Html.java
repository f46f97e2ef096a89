package io.migrator.api.filetypes.documents;

import java.util.List;

/** Writes plain HTML: elements without attributes, their text escaped. Used by one thread. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /** An element that holds a text. */
    Html element(String name, String content) {
        open(name);
        escape(content);
        return close(name);
    }

    /** Begins an element that holds others. */
    Html open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    /** Ends it. */
    Html close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** A row of a table, the first cell its heading. */
    Html row(List<String> cells) {
        open("tr").element("th", cells.get(0));
        cells.subList(1, cells.size()).forEach(cell -> element("td", cell));
        return close("tr");
    }

    /** A table with its headings. */
    Html table(List<String> headings, List<List<String>> rows) {
        open("table").open("thead").open("tr");
        headings.forEach(heading -> element("th", heading));
        close("tr").close("thead").open("tbody");
        rows.forEach(this::row);
        return close("tbody").close("table");
    }

    /** A list of points. */
    Html list(List<String> points) {
        open("ul");
        points.forEach(point -> element("li", point));
        return close("ul");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c);
            }
        }
    }
}
