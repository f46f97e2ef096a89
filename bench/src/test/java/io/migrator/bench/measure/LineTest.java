package io.migrator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void the_median_is_the_middle_whatever_the_order() {
        assertThat(new Series("ours", "s", List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Series("ours", "s", List.of(4.0, 1.0, 2.0, 9.0)).median())
                .isEqualTo(3);
    }

    @Test
    void a_goal_between_sides_is_judged_by_the_ratio_of_the_medians() {
        Series ours = new Series("ours", "s", List.of(4.0, 3.0, 100.0));
        Series peer = new Series("peer", "s", List.of(10.0, 10.0, 1.0));

        Line reached = Line.against("post", "POST", ours, peer, Goal.ratioAtMost(0.4));
        Line missed = Line.against("post", "POST", ours, peer, Goal.ratioAtMost(0.39));

        assertThat(reached.ratio()).hasValue(0.4);
        assertThat(reached.verdict()).isEqualTo("reached");
        assertThat(missed.verdict()).isEqualTo("missed");
    }

    @Test
    void a_goal_of_its_own_is_judged_by_our_median_even_when_a_floor_stands_beside() {
        Series ours = Series.of("ours", "rows/s", 100);
        Series floor = Series.of("floor", "rows/s", 1_000);

        assertThat(Line.against("download", "", ours, floor, Goal.atLeast(100)).isMet())
                .isTrue();
        assertThat(Line.against("download", "", ours, floor, Goal.atLeast(101)).isMet())
                .isFalse();
    }

    @Test
    void what_is_only_told_is_neither_reached_nor_missed() {
        assertThat(Line.of("replies", "", Series.of("ours", "rows/s", 1), Goal.none())
                        .verdict())
                .isEmpty();
    }

    @Test
    void a_ratio_needs_somebody_to_be_held_against() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.of("post", "POST", Series.of("ours", "s", 1), Goal.ratioAtMost(1)));
    }
}
