package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that lies nowhere: it is made block by block whenever somebody asks for it. As long as what it is made from does not
 * change, a block has the same bytes every time.
 */
public interface GeneratedFile {

    /** The position of the first block. */
    int BEGIN = 0;

    /** Where no block is. */
    int END = -1;

    /** The name under which a client saves it. */
    String name();

    /** The media type, with the character encoding. */
    String contentType();

    /**
     * Reads what a block is made from. What cannot be had is refused here, before anything is written.
     *
     * @param position {@link #BEGIN}, or what another block says to be {@link Block#next}
     */
    Block read(int position);

    /** A part of the file: as much of it as is held in memory at a time. */
    interface Block {

        /** Writes the whole block; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;

        /** The position of the block after it, or {@link #END}. */
        int next();
    }
}
