package io.migrator.exporter.run;

import io.migrator.exporter.connector.Block;
import java.util.List;

/** Is told how a run goes on; from several threads. */
public interface RunListener {

    /** The blocks of a type are known. */
    void planned(String fileType, List<Block> blocks);

    /** So many rows of a block are read; is told now and then. */
    void read(String fileType, Block block, long rows);

    /** A block is read and sent. */
    void exported(String fileType, Block block);

    /** A block was read and sent by a process that died at that moment; nothing of it is read again. */
    void found(String fileType, Block block);

    /** A block could not be read or sent; it may be tried again. */
    void failed(String fileType, Block block, String reason);

    /** So many rows of the type have an outcome now. */
    void migrated(String fileType, long settled, long of);
}
