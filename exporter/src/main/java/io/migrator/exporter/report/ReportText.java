package io.migrator.exporter.report;

import io.migrator.exporter.store.OpenBlock;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.TypeFigures;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class ReportText {

    private static final int SHOWN = 20;

    private ReportText() {}

    /** Several lines; of many refusals or rows that are gone, the first ones. */
    public static String of(RunReport report) {
        return of(report, SHOWN);
    }

    /** The same with every refusal and every row that is gone. */
    public static String complete(RunReport report) {
        return of(report, Integer.MAX_VALUE);
    }

    private static String of(RunReport report, int shown) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "run %d, begun %s, %s%n",
                report.run().number(),
                report.run().startedAt(),
                report.run().endedAt().map(end -> "ended " + end).orElse("not ended")));
        text.append(String.format(
                Locale.ROOT,
                "%-26s %9s %10s %10s %9s %10s %9s %10s %10s %9s%n",
                "",
                "blocks",
                "read",
                "unchanged",
                "unmapped",
                "sent",
                "refused",
                "accepted",
                "success",
                "error"));
        report.types().forEach(type -> text.append(line(type)));
        report.types().forEach(type -> text.append(type.fileType() + ": " + consistency(type.consistency()) + "\n"));
        report.refusals().forEach((type, refused) -> append(text, type, refused, shown));
        report.vanished().forEach((type, ids) -> {
            ids.stream()
                    .limit(shown)
                    .forEach(id -> text.append(type).append(' ').append(id).append(" is not in the source any more\n"));
            more(text, type, ids.size(), shown, " more that are not in the source any more\n");
        });
        report.open().forEach(block -> append(text, block));
        report.imbalances()
                .forEach(imbalance ->
                        text.append("DOES NOT ADD UP: ").append(imbalance).append('\n'));
        report.abandoned()
                .forEach(upload ->
                        text.append("abandoned upload ").append(upload).append('\n'));
        return text.toString();
    }

    private static String line(TypeFigures type) {
        return String.format(
                Locale.ROOT,
                "%-26s %9s %,10d %,10d %,9d %,10d %,9d %,10d %,10d %,9d%n",
                type.fileType(),
                type.finishedBlocks() + "/" + type.blocks(),
                type.read(),
                type.unchanged(),
                type.unmapped(),
                type.sent(),
                type.refused(),
                type.accepted(),
                type.success(),
                type.error());
    }

    static String consistency(String consistency) {
        return switch (consistency) {
            case "SNAPSHOT" -> "all blocks of a process show one moment";
            case "BLOCK" -> "each block shows a moment of its own";
            default -> "what was written meanwhile may have been seen or not";
        };
    }

    private static void append(StringBuilder text, OpenBlock block) {
        text.append(String.format(
                Locale.ROOT,
                "%s block %d is not finished after %d attempts%s%n",
                block.fileType(),
                block.block(),
                block.attempts(),
                block.failure().isEmpty() ? "" : ": " + block.failure()));
        if (!block.uploads().isEmpty()) {
            text.append("  it has sent ")
                    .append(String.join(", ", block.uploads()))
                    .append("; the next run takes that up, and nobody has migrated it\n");
        }
    }

    private static void more(StringBuilder text, String type, int all, int shown, String what) {
        if (all > shown) {
            text.append(type).append(": ").append(all - shown).append(what);
        }
    }

    private static void append(StringBuilder text, String type, List<RefusedRow> refused, int shown) {
        refused.stream().limit(shown).forEach(row -> text.append(line(type, row)));
        more(text, type, refused.size(), shown, " more refusals; the command report names all\n");
    }

    static String line(String type, RefusedRow row) {
        return String.format(
                Locale.ROOT,
                "%s %s refused by the %s: %s%s %s%n",
                type,
                row.externalId(),
                row.by().name().toLowerCase(Locale.ROOT),
                row.column().isEmpty() ? "" : row.column() + " ",
                row.code(),
                row.message());
    }
}
