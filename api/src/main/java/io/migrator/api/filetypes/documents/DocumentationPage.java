package io.migrator.api.filetypes.documents;

import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file type explained to those who make such files: one page of HTML that stands for itself, without scripts, styles and links.
 */
public final class DocumentationPage {

    private static final List<String> COLUMN_HEADINGS =
            List.of("Column", "What it holds", "Written as", "Required", "Unique in the file", "Rules", "Examples");

    private final FileTypeSpec type;
    private final Html html = new Html();

    private DocumentationPage(FileTypeSpec type) {
        this.type = type;
    }

    /** The page's text. */
    public static String of(FileTypeSpec type) {
        return new DocumentationPage(type).text();
    }

    private String text() {
        html.open("html lang=\"en\"").open("head").open("meta charset=\"utf-8\"");
        html.element("title", type.title() + " (" + type.name() + ")").close("head");
        html.open("body").element("h1", type.title()).element("p", type.name() + ": " + type.description());
        file();
        html.element("h2", "Columns")
                .table(
                        COLUMN_HEADINGS,
                        type.columns().stream().map(DocumentationPage::column).toList());
        rules("Rules between columns", type.conditions().stream().map(DocumentationPage::rule));
        rules("Rules between rows", type.keys().stream().map(RowKey::name));
        generatedColumns();
        codes();
        return "<!DOCTYPE html>\n" + html.close("body").close("html");
    }

    private void file() {
        html.element("h2", "The file")
                .element(
                        "p",
                        "A CSV file. Its first record is the header: exactly these columns, in this order. Every row after it"
                                + " has a cell for each column.")
                .element("pre", Template.of(type))
                .element(
                        "p",
                        "An empty cell means that nothing is stated; it erases nothing. Blanks around a value count in a text and"
                                + " nowhere else. No text may hold a payment card number or the character U+0000.");
    }

    private static List<String> column(ColumnSpec column) {
        return List.of(
                column.name(),
                column.description(),
                column.type().description(),
                column.required() ? "yes" : "no",
                column.unique() ? "yes" : "no",
                String.join("; ", Wording.rules(column)),
                String.join(
                        " or ",
                        column.examples().stream()
                                .filter(example -> !example.isEmpty())
                                .distinct()
                                .toList()));
    }

    private static String rule(RowCondition condition) {
        return condition.column() + ": " + condition.advice();
    }

    private void rules(String heading, Stream<String> rules) {
        List<String> points = rules.toList();
        html.element("h2", heading);
        if (points.isEmpty()) {
            html.element("p", "None.");
        } else {
            html.list(points);
        }
    }

    private void generatedColumns() {
        html.element("h2", "Generated columns")
                .element(
                        "p",
                        "A downloaded result has these columns after the others. They may be sent back, all or only the first few"
                                + " of them.")
                .table(
                        List.of("Column", "What it holds"),
                        Arrays.stream(GeneratedColumn.values())
                                .map(column -> List.of(column.name(), column.description()))
                                .toList());
    }

    private void codes() {
        html.element("h2", "Why a file is refused")
                .element("p", "One violation is enough; the report lists them all.")
                .table(
                        List.of("Code", "What is wrong"),
                        Arrays.stream(ViolationCode.values())
                                .map(code -> List.of(code.name(), code.meaning()))
                                .toList());
    }
}
