package io.migrator.command.intake;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be said of a file before its content is read as CSV. Stateless. */
final class FileCheck {

    private static final Map<String, List<Integer>> ARCHIVES = Map.of(
            "a ZIP archive or a spreadsheet", List.of(0x50, 0x4B, 0x03, 0x04),
            "compressed with gzip", List.of(0x1F, 0x8B, 0x08),
            "a 7z archive", List.of(0x37, 0x7A, 0xBC, 0xAF),
            "a RAR archive", List.of(0x52, 0x61, 0x72, 0x21, 0x1A),
            "compressed with xz", List.of(0xFD, 0x37, 0x7A, 0x58, 0x5A),
            "compressed with bzip2", List.of(0x42, 0x5A, 0x68, 0x39, 0x31, 0x41),
            "compressed with Zstandard", List.of(0x28, 0xB5, 0x2F, 0xFD),
            "a spreadsheet", List.of(0xD0, 0xCF, 0x11, 0xE0));
    private static final int LONGEST_MARK = 6;

    private FileCheck() {}

    /** What is wrong with the file's name. */
    static List<Violation> ofName(String fileName) {
        return CardNumbers.isIn(fileName)
                ? List.of(Violation.ofFile(
                        ViolationCode.FILE_CARD_NUMBER,
                        "Rename the file: its name holds a card number, and card numbers are not taken in."))
                : List.of();
    }

    /** What makes it useless to read the content; nothing for a file that can be read. */
    static List<Violation> ofContent(SpooledFile file, long limit) {
        List<Violation> found = new ArrayList<>();
        if (file.received() > limit) {
            found.add(Violation.ofFile(
                    ViolationCode.FILE_TOO_LARGE, "Split the file: it is larger than " + limit + " bytes."));
            return found;
        }
        byte[] start = new byte[LONGEST_MARK];
        int count = file.read(0, start, 0, LONGEST_MARK);
        ARCHIVES.forEach((name, mark) -> {
            if (beginsWith(start, count, mark)) {
                found.add(Violation.ofFile(
                        ViolationCode.FILE_ARCHIVE, "Unpack the file and send the CSV in it; it is " + name + "."));
            }
        });
        return found;
    }

    private static boolean beginsWith(byte[] start, int count, List<Integer> mark) {
        if (count < mark.size()) {
            return false;
        }
        for (int i = 0; i < mark.size(); i++) {
            if ((start[i] & 0xFF) != mark.get(i)) {
                return false;
            }
        }
        return true;
    }
}
