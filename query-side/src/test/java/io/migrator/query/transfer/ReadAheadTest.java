package io.migrator.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final List<String> journal = new ArrayList<>();

    /** Four blocks, of which the last may be missing. */
    private final class Noted implements GeneratedFile {

        private final int missing;

        Noted(int missing) {
            this.missing = missing;
        }

        @Override
        public String name() {
            return "f";
        }

        @Override
        public String contentType() {
            return "text/csv";
        }

        @Override
        public int blocks() {
            return 4;
        }

        @Override
        public Block read(int number) {
            if (number == missing) {
                throw new IllegalStateException("not there");
            }
            journal.add("read " + number);
            return out -> {
                journal.add("write " + number);
                out.write('0' + number);
            };
        }
    }

    @Test
    void blocks_are_read_while_the_ones_before_them_are_written() throws IOException {
        GeneratedFile file = new Noted(-1);
        ReadAhead blocks = new ReadAhead(file, 0, file.read(0), Runnable::run);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (blocks.hasNext()) {
            blocks.writeNext(out);
        }
        assertThat(journal)
                .containsExactly("read 0", "read 1", "read 2", "write 0", "read 3", "write 1", "write 2", "write 3");
        assertThat(out).hasToString("0123");
    }

    @Test
    void what_cannot_be_read_fails_when_it_is_its_turn_and_as_it_failed() throws IOException {
        GeneratedFile file = new Noted(1);
        ReadAhead blocks = new ReadAhead(file, 0, file.read(0), Runnable::run);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blocks.writeNext(out);
        assertThat(out).hasToString("0");
        assertThatThrownBy(() -> blocks.writeNext(out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not there");
    }

    @Test
    void a_content_is_counted_once_and_another_one_again() throws IOException {
        KnownOffsets known = new KnownOffsets();
        assertThat(known.of("v1", new Noted(-1)).length()).isEqualTo(4);
        journal.clear();
        assertThat(known.of("v1", new Noted(-1)).offset(2)).isEqualTo(2);
        assertThat(journal).isEmpty();
        known.of("v2", new Noted(-1));
        assertThat(journal).hasSize(8);
    }
}
