package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Where each block of a generated file begins, found by making the file once and counting. Twelve bytes a block are kept, some
 * kilobytes for a file of a million rows.
 */
final class BlockOffsets {

    private int[] positions = new int[64];
    private long[] offsets = new long[64];
    private int blocks;
    private long length;

    private BlockOffsets() {}

    static BlockOffsets of(GeneratedFile file) throws IOException {
        BlockOffsets found = new BlockOffsets();
        CountedBytes counted = new CountedBytes();
        int position = GeneratedFile.BEGIN;
        while (position != GeneratedFile.END) {
            found.add(position, counted.count);
            GeneratedFile.Block block = file.read(position);
            block.writeTo(counted);
            position = block.next();
        }
        found.length = counted.count;
        return found;
    }

    private void add(int position, long offset) {
        if (blocks == positions.length) {
            positions = Arrays.copyOf(positions, 2 * blocks);
            offsets = Arrays.copyOf(offsets, 2 * blocks);
        }
        positions[blocks] = position;
        offsets[blocks] = offset;
        blocks++;
    }

    /** Bytes of the file. */
    long length() {
        return length;
    }

    /** The number of the block that holds this byte. */
    int blockOf(long offset) {
        int low = 0;
        int high = blocks - 1;
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

    /** The position from which the block is read. */
    int position(int block) {
        return positions[block];
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
