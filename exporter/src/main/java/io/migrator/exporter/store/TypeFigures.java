package io.migrator.exporter.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of one file type in a run; all are rows but those of blocks and parts.
 *
 * @param planned when the blocks were made
 * @param read from the source
 * @param unchanged not sent, because the service has them as they are
 * @param unmapped not sent, because the mapping could not make cells of them
 * @param sent to the service
 * @param refused by the service
 * @param success by the target
 * @param error by the target
 */
public record TypeFigures(
        String fileType,
        String consistency,
        int blocks,
        int finishedBlocks,
        long planned,
        long read,
        long unchanged,
        long unmapped,
        int parts,
        long sent,
        long refused,
        long accepted,
        long success,
        long error) {

    /** What does not add up; empty when the account balances. */
    public List<String> imbalances(boolean isMigrated) {
        List<String> imbalances = new ArrayList<>();
        if (read != unchanged + unmapped + sent) {
            imbalances.add(fileType + ": " + read + " read, but " + unchanged + " unchanged + " + unmapped
                    + " unmapped + " + sent + " sent");
        }
        if (sent != accepted + refused) {
            imbalances.add(fileType + ": " + sent + " sent, but " + accepted + " accepted + " + refused + " refused");
        }
        if (isMigrated && accepted != success + error) {
            imbalances.add(fileType + ": " + accepted + " accepted, but " + success + " success + " + error + " error");
        }
        return imbalances;
    }
}
