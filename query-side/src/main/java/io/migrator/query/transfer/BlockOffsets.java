package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where each block of a generated file begins, found by making the file once and counting. Eight bytes a block are kept, some
 * kilobytes for a file of a million rows.
 */
final class BlockOffsets {

    private final long[] offsets;
    private final long length;

    private BlockOffsets(long[] offsets, long length) {
        this.offsets = offsets;
        this.length = length;
    }

    static BlockOffsets of(GeneratedFile file) throws IOException {
        long[] offsets = new long[file.blocks()];
        CountedBytes counted = new CountedBytes();
        for (int number = 0; number < offsets.length; number++) {
            offsets[number] = counted.count;
            file.read(number).writeTo(counted);
        }
        return new BlockOffsets(offsets, counted.count);
    }

    /** Bytes of the file. */
    long length() {
        return length;
    }

    /** The number of the block that holds this byte. */
    int blockOf(long offset) {
        int low = 0;
        int high = offsets.length - 1;
        // Of several that begin at the same byte all but the last are empty.
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (offsets[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The number of bytes before the block. */
    long offset(int block) {
        return offsets[block];
    }

    private static final class CountedBytes extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int size) {
            count += size;
        }
    }
}
