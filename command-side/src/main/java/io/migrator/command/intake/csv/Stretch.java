package io.migrator.command.intake.csv;

/**
 * A part of a spooled file.
 *
 * @param start the position of its first byte
 * @param end the position after its last one
 */
public record Stretch(long start, long end) {

    /** How many bytes it has. */
    public long length() {
        return end - start;
    }
}
