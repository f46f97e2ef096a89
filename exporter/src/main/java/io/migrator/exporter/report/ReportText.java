package io.migrator.exporter.report;

import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.TypeFigures;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class ReportText {

    private static final int SHOWN = 20;

    private ReportText() {}

    /** Several lines; of many refusals, the first ones. */
    public static String of(RunReport report) {
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
        report.types().forEach(type -> text.append(type.fileType() + ": " + consistency(type) + "\n"));
        report.refusals().forEach((type, refused) -> append(text, type, refused));
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

    private static String consistency(TypeFigures type) {
        return switch (type.consistency()) {
            case "SNAPSHOT" -> "all blocks of a process show one moment";
            case "BLOCK" -> "each block shows a moment of its own";
            default -> "what was written meanwhile may have been seen or not";
        };
    }

    private static void append(StringBuilder text, String type, List<RefusedRow> refused) {
        refused.stream()
                .limit(SHOWN)
                .forEach(row -> text.append(String.format(
                        Locale.ROOT,
                        "%s %s refused by the %s: %s %s %s%n",
                        type,
                        row.externalId(),
                        row.by().name().toLowerCase(Locale.ROOT),
                        row.column(),
                        row.code(),
                        row.message())));
        if (refused.size() > SHOWN) {
            text.append(type).append(": ").append(refused.size() - SHOWN).append(" more refusals\n");
        }
    }
}
