package io.migrator.command.intake.spool;

/**
 * Counts the line ends in a stream of bytes: LF, CR, and the two as one. A file has at most one record more than line ends.
 * Sees the bytes in order, once.
 */
final class LineEnds {

    private long count;
    private boolean afterReturn;

    void see(byte[] bytes, int length) {
        boolean after = afterReturn;
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next == '\r' || (next == '\n' && !after)) {
                count++;
            }
            after = next == '\r';
        }
        afterReturn = after;
    }

    long count() {
        return count;
    }
}
