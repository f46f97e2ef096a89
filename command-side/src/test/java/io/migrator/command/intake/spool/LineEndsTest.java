package io.migrator.command.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

class LineEndsTest {

    @Property
    void itCountsEveryKindWhereverTheBytesArePartedInTheMiddle(
            @ForAll @Chars({'\r', '\n', 'a'}) String text, @ForAll @IntRange(max = 100) int split) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int first = Math.min(split, bytes.length);
        LineEnds ends = new LineEnds();
        ends.see(bytes, first);
        ends.see(Arrays.copyOfRange(bytes, first, bytes.length), bytes.length - first);
        assertThat(ends.count()).isEqualTo(text.split("\r\n|\r|\n", -1).length - 1L);
    }
}
