package io.migrator.command.intake.spool;

import java.util.Arrays;
import java.util.Optional;

/** Formats that are no text, told by their first bytes. */
enum ContentMark {
    GZIP("compressed with gzip", 0, 0x1F, 0x8B, 0x08),
    ZIP("a ZIP archive or a spreadsheet", 0, 'P', 'K', 3, 4),
    EMPTY_ZIP("a ZIP archive", 0, 'P', 'K', 5, 6),
    SPLIT_ZIP("a part of a ZIP archive", 0, 'P', 'K', 7, 8),
    SEVEN_ZIP("a 7z archive", 0, 0x37, 0x7A, 0xBC, 0xAF),
    RAR("a RAR archive", 0, 'R', 'a', 'r', '!', 0x1A),
    XZ("compressed with xz", 0, 0xFD, '7', 'z', 'X', 'Z'),
    BZIP2("compressed with bzip2", 0, 'B', 'Z', 'h', ContentMark.ANY, 0x31, 0x41, 0x59, 0x26),
    ZSTANDARD("compressed with Zstandard", 0, 0x28, 0xB5, 0x2F, 0xFD),
    TAR("a tar archive", 257, 'u', 's', 't', 'a', 'r', 0),
    GNU_TAR("a tar archive", 257, 'u', 's', 't', 'a', 'r', ' ', ' ', 0),
    OLD_SPREADSHEET("a spreadsheet", 0, 0xD0, 0xCF, 0x11, 0xE0);

    /** Bytes of a file that are enough to tell. */
    static final int LENGTH = 512;

    private static final int ANY = -1;

    private final String inWords;
    private final int position;
    private final int[] bytes;

    ContentMark(String inWords, int position, int... bytes) {
        this.inWords = inWords;
        this.position = position;
        this.bytes = bytes;
    }

    /** The format that begins this way. */
    static Optional<ContentMark> of(byte[] start) {
        return Arrays.stream(values()).filter(mark -> mark.isIn(start)).findFirst();
    }

    /** Whether it can be looked into. */
    boolean isExpanded() {
        return this == GZIP || this == ZIP || this == EMPTY_ZIP || this == SPLIT_ZIP;
    }

    /** What the file is: "it is ...". */
    String inWords() {
        return inWords;
    }

    private boolean isIn(byte[] start) {
        if (start.length < position + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != ANY && (start[position + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
