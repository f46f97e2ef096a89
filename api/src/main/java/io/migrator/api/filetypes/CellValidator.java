package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.rules.CellRule;
import io.migrator.api.filetypes.rules.Finding;
import io.migrator.api.filetypes.rules.RowCells;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.suggestions.Meant;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks the cells of one column: the characters, then card numbers, length and type, then the column's own rules. Stateless. */
final class CellValidator {

    /** Hears of everything that is wrong with a cell. */
    @FunctionalInterface
    private interface Refusals {

        void add(ViolationCode code, String advice, Supplier<String> suggestion);
    }

    private static final Refusals UNHEARD = (code, advice, suggestion) -> {};
    private static final Supplier<String> NO_SUGGESTION = () -> "";

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

    boolean isInOrder(String cell, RowCells cells) {
        return check(cell, cells, UNHEARD);
    }

    void explain(int row, long line, String cell, RowCells cells, List<Violation> found) {
        String shown = RowValidator.shown(column, cell);
        check(cell, cells, (code, advice, suggestion) -> {
            String message = advice + suggestion(column.significant(cell), suggestion);
            found.add(new Violation(row, line, column.name(), code, message, shown));
        });
    }

    /** A secret is not repeated, not even corrected. */
    private String suggestion(String text, Supplier<String> suggestion) {
        String sentence = column.secret() ? "" : Meant.sayable(text, suggestion);
        return sentence.isEmpty() ? "" : " " + sentence;
    }

    private boolean check(String cell, RowCells cells, Refusals wrong) {
        String text = column.significant(cell);
        if (text.isEmpty()) {
            return !column.required() || refuse(wrong, ViolationCode.CELL_REQUIRED, "Fill in " + column.name() + ".");
        }
        boolean good = hasGoodCharacters(cell, wrong) & isShortEnough(text, wrong);
        if (!column.type().accepts(text)) {
            String advice = "Write " + column.type().description() + ".";
            wrong.add(ViolationCode.CELL_TYPE, advice, () -> column.type().suggestion(text));
            return false;
        }
        for (CellRule rule : rules) {
            Optional<Finding> finding = rule.check(text, moment);
            if (finding.isPresent()) {
                wrong.add(finding.get().code(), finding.get().advice(), () -> rule.suggestion(text, cells));
                good = false;
            }
        }
        return good;
    }

    private boolean hasGoodCharacters(String cell, Refusals wrong) {
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

    private boolean isShortEnough(String text, Refusals wrong) {
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

    private static boolean refuse(Refusals wrong, ViolationCode code, String advice) {
        wrong.add(code, advice, NO_SUGGESTION);
        return false;
    }
}
