package io.migrator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void the_sides_take_turns_and_begin_by_turns_after_rounds_that_do_not_count() throws Exception {
        List<List<Measured>> measured = new Turns(2, 3, progress -> {}).take(side("a"), side("b"));

        assertThat(order).containsExactly("b-1", "a-1", "a0", "b0", "b1", "a1", "a2", "b2", "b3", "a3");
        assertThat(Measured.seconds("a", measured.get(0)).values()).containsExactly(1.0, 2.0, 3.0);
        assertThat(Measured.seconds("b", measured.get(1)).values()).containsExactly(1.0, 2.0, 3.0);
    }

    private Side side(String name) {
        return round -> {
            order.add(name + round);
            return new Measured(round, 0);
        };
    }
}
