package io.migrator.bench.report;

import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The report as a Markdown table, its columns in line so that it can be read as it is. */
public final class Table {

    private static final List<String> HEADER = List.of("work", "what", "ours", "held against", "ratio", "goal", "");

    private Table() {}

    /** The whole report, machine and table. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        report.machine().lines().forEach(line -> text.append(line).append('\n'));
        report.servers()
                .forEach((name, version) ->
                        text.append(name).append(' ').append(version).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%,d rows, median of %d round%s after %d without being measured, of migrate twice as many%n%n",
                report.rows(),
                report.rounds(),
                report.rounds() == 1 ? "" : "s",
                report.warmUps()));
        List<List<String>> cells = new ArrayList<>();
        report.works().forEach(work -> {
            work.lines().forEach(line -> cells.add(cells(line)));
            if (work.failure() != null) {
                cells.add(List.of(work.work(), work.failure(), "", "", "", "", "failed"));
            }
        });
        return text.append(aligned(cells)).toString();
    }

    private static List<String> cells(Line line) {
        Series other = line.other();
        return List.of(
                line.work(),
                line.what(),
                line.ours().text(),
                other == null ? "" : other.text() + ", " + other.name(),
                line.ratio()
                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .orElse(""),
                line.goal().text(),
                line.verdict());
    }

    private static String aligned(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEADER);
        all.addAll(rows);
        int[] widths = new int[HEADER.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        all.add(1, Arrays.stream(widths).mapToObj("-"::repeat).toList());
        StringBuilder text = new StringBuilder();
        all.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            text.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths[i] - cell.length()))
                    .append(" |");
        }
        text.append('\n');
    }
}
