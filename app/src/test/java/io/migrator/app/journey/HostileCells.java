package io.migrator.app.journey;

import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.ColumnType;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The example rows of every type, each with one thing broken at one column: the header, a quote, a character, a rule. */
final class HostileCells {

    /** Long numbers belong there, by the rule. */
    private static final Set<String> MAY_HOLD_LONG_NUMBERS = Set.of("NUMBERS", "MOBILE");

    private final FileTypeSpec type;
    private final List<String> cells;

    private HostileCells(FileTypeSpec type) {
        this.type = type;
        this.cells = type.columns().stream()
                .map(column -> quoted(column.examples().get(0)))
                .toList();
    }

    static Stream<HostileInput> all() {
        return FileTypes.load().all().stream().map(HostileCells::new).flatMap(HostileCells::inputs);
    }

    private Stream<HostileInput> inputs() {
        List<HostileInput> inputs = new ArrayList<>();
        inputs.add(with("a row with a cell too few", type.header(), cells.subList(0, cells.size() - 1)));
        inputs.add(with("a row with a cell too many", type.header(), plus(cells, "x")));
        inputs.add(with("a column that no type has", plus(type.header(), "SURPRISE"), plus(cells, "x")));
        for (int i = 0; i < cells.size(); i++) {
            inputs.addAll(at(i, type.columns().get(i)));
        }
        return inputs.stream();
    }

    private List<HostileInput> at(int i, ColumnSpec column) {
        List<HostileInput> inputs = new ArrayList<>(List.of(
                with("without the column " + column.name(), without(type.header(), i), without(cells, i)),
                with("twice the column " + column.name(), plus(type.header(), column.name()), plus(cells, "x")),
                with("an open quote in " + column.name(), type.header(), replaced(i, "\"open")),
                with("text after a quote in " + column.name(), type.header(), replaced(i, "\"a\"b")),
                with("U+0000 in " + column.name(), type.header(), replaced(i, "a\0b")),
                brokenByte(i, column.name())));
        if (column.type() == ColumnType.STRING && !MAY_HOLD_LONG_NUMBERS.contains(column.name())) {
            inputs.add(with("a card number in " + column.name(), type.header(), replaced(i, "4111 1111 1111 1111")));
        }
        return inputs;
    }

    private HostileInput with(String what, List<String> header, List<String> row) {
        return HostileInput.file(
                type.name() + ": " + what, String.join(",", header) + "\r\n" + String.join(",", row) + "\r\n");
    }

    private HostileInput brokenByte(int i, String column) {
        String before = String.join(",", type.header()) + "\r\n" + String.join(",", cells.subList(0, i));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {',', (byte) 0xFF});
        bytes.writeBytes(String.join(",", cells.subList(i, cells.size())).getBytes(StandardCharsets.UTF_8));
        return HostileInput.file(type.name() + ": a byte that is no text before " + column, bytes.toByteArray());
    }

    private List<String> replaced(int i, String cell) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(i, cell);
        return changed;
    }

    private static List<String> plus(List<String> all, String one) {
        List<String> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static List<String> without(List<String> all, int i) {
        List<String> fewer = new ArrayList<>(all);
        fewer.remove(i);
        return Collections.unmodifiableList(fewer);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
