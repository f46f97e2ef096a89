package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on some of the bytes that come: those after the first ones, and no more than were asked for. */
final class ByteWindow extends OutputStream {

    private final OutputStream out;
    private long before;
    private long wanted;

    /**
     * @param before bytes that are left out at first
     * @param wanted bytes that are passed on then
     */
    ByteWindow(OutputStream out, long before, long wanted) {
        this.out = out;
        this.before = before;
        this.wanted = wanted;
    }

    /** Whether nothing more is passed on. */
    boolean isFull() {
        return wanted == 0;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int size) throws IOException {
        int skipped = (int) Math.min(before, size);
        int passed = (int) Math.min(wanted, size - skipped);
        before -= skipped;
        if (passed > 0) {
            out.write(bytes, offset + skipped, passed);
            wanted -= passed;
        }
    }
}
