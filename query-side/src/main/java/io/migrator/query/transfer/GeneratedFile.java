package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that lies nowhere: it is made block by block whenever somebody asks for it. As long as what it is made from does not
 * change, a block has the same bytes every time.
 */
public interface GeneratedFile {

    /** The name under which a client saves it. */
    String name();

    /** The media type, with the character encoding. */
    String contentType();

    /** How many blocks it consists of; at least one. */
    int blocks();

    /**
     * Reads what a block is made from; several threads may do so at once. What cannot be had is refused here, before anything is
     * written.
     *
     * @param number of the block, 0 for the first
     */
    Block read(int number);

    /** A part of the file: as much of it as is held in memory at a time. It may be empty. */
    @FunctionalInterface
    interface Block {

        /** Writes the whole block; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
