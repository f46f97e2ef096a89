package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.rules.CellRule;
import io.migrator.api.filetypes.rules.Finding;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Checks the cells of one column: the characters, then card numbers, length and type, then the column's own rules. Stateless.
 */
final class CellValidator {

    private static final BiConsumer<ViolationCode, String> UNHEARD = (code, advice) -> {};

    private final ColumnSpec column;
    private final UploadMoment moment;
    private final CellRule[] rules;
    private final boolean lookForCards;

    CellValidator(ColumnSpec column, UploadMoment moment) {
        this.column = column;
        this.moment = moment;
        this.rules = column.rules().toArray(CellRule[]::new);
        this.lookForCards = column.type() == ColumnType.STRING && !column.mayHoldLongNumbers();
    }

    boolean isInOrder(String cell) {
        return check(cell, UNHEARD);
    }

    void explain(int row, long line, String cell, List<Violation> found) {
        String shown = RowValidator.shown(column, cell);
        check(cell, (code, advice) -> found.add(new Violation(row, line, column.name(), code, advice, shown)));
    }

    private boolean check(String cell, BiConsumer<ViolationCode, String> wrong) {
        String text = column.significant(cell);
        if (text.isEmpty()) {
            return !column.required() || refuse(wrong, ViolationCode.CELL_REQUIRED, "Fill in " + column.name() + ".");
        }
        boolean good = hasGoodCharacters(cell, wrong) & isShortEnough(text, wrong);
        if (!column.type().accepts(text)) {
            return refuse(
                    wrong, ViolationCode.CELL_TYPE, "Write " + column.type().description() + ".");
        }
        for (CellRule rule : rules) {
            Optional<Finding> finding = rule.check(text, moment);
            if (finding.isPresent()) {
                good = refuse(wrong, finding.get().code(), finding.get().advice());
            }
        }
        return good;
    }

    private boolean hasGoodCharacters(String cell, BiConsumer<ViolationCode, String> wrong) {
        boolean good = true;
        if (cell.indexOf('\0') >= 0) {
            good = refuse(wrong, ViolationCode.CELL_CHARACTER, "Remove the character U+0000.");
        }
        if (lookForCards && CardNumbers.isIn(cell)) {
            good = refuse(
                    wrong,
                    ViolationCode.CELL_CARD_NUMBER,
                    "Remove the card number; card numbers are not taken in, tokens of a payment gateway are.");
        }
        return good;
    }

    private boolean isShortEnough(String text, BiConsumer<ViolationCode, String> wrong) {
        if (text.length() <= column.maxLength()) {
            return true;
        }
        int length = text.codePointCount(0, text.length());
        return length <= column.maxLength()
                || refuse(
                        wrong,
                        ViolationCode.CELL_LENGTH,
                        "Shorten the text to " + column.maxLength() + " characters; it has " + length + ".");
    }

    private static boolean refuse(BiConsumer<ViolationCode, String> wrong, ViolationCode code, String advice) {
        wrong.accept(code, advice);
        return false;
    }
}
