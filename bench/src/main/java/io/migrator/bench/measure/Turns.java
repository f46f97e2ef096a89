package io.migrator.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets sides do the same job in turns: first some times without being measured, then so many rounds. Who begins changes from
 * round to round, so that nobody always finds the machine as the other left it.
 *
 * <p>A round's number is 1 for the first that is measured; those of the warm-ups end with 0.
 */
public final class Turns {

    private final int warmUps;
    private final int rounds;
    private final Consumer<String> progress;

    /** @param progress is told what was measured */
    public Turns(int warmUps, int rounds, Consumer<String> progress) {
        this.warmUps = warmUps;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** The measured rounds of each side, in the order of the sides. */
    public List<List<Measured>> take(Side... sides) throws Exception {
        List<List<Measured>> measured = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            measured.add(new ArrayList<>());
        }
        for (int round = 1 - warmUps; round <= rounds; round++) {
            for (int turn = 0; turn < sides.length; turn++) {
                int side = round % 2 == 0 ? turn : sides.length - 1 - turn;
                Measured result = sides[side].round(round);
                tell(round, side, result);
                if (round > 0) {
                    measured.get(side).add(result);
                }
            }
        }
        return measured;
    }

    private void tell(int round, int side, Measured result) {
        progress.accept((round > 0 ? "round " + round : "warm-up " + (round + warmUps)) + ", side " + (side + 1) + ": "
                + Series.figure(result.seconds()) + " s, " + Series.figure(result.cpuSeconds()) + " s of CPU");
    }
}
