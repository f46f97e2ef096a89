package io.migrator.command.intake;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.List;

/** What can be said of a file before it is read. Stateless. */
final class FileCheck {

    private FileCheck() {}

    /** What is wrong with the file's name. */
    static List<Violation> ofName(String fileName) {
        return CardNumbers.isIn(fileName)
                ? List.of(Violation.ofFile(
                        ViolationCode.FILE_CARD_NUMBER,
                        "Rename the file: its name holds a card number, and card numbers are not taken in."))
                : List.of();
    }
}
