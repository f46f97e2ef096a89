package io.migrator.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final List<String> journal = new ArrayList<>();

    /** Three blocks, of which the last may be missing. */
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
        public Block read(int position) {
            if (position == missing) {
                throw new IllegalStateException("not there");
            }
            journal.add("read " + position);
            return new Block() {
                @Override
                public void writeTo(OutputStream out) throws IOException {
                    journal.add("write " + position);
                    out.write('0' + position);
                }

                @Override
                public int next() {
                    return position < 2 ? position + 1 : END;
                }
            };
        }
    }

    @Test
    void each_block_is_read_while_the_one_before_it_is_written() throws IOException {
        GeneratedFile file = new Noted(-1);
        ReadAhead blocks = new ReadAhead(file, file.read(0), Runnable::run);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (blocks.hasNext()) {
            blocks.writeNext(out);
        }
        assertThat(journal).containsExactly("read 0", "read 1", "write 0", "read 2", "write 1", "write 2");
        assertThat(out).hasToString("012");
    }

    @Test
    void what_cannot_be_read_fails_when_it_is_its_turn_and_as_it_failed() throws IOException {
        GeneratedFile file = new Noted(1);
        ReadAhead blocks = new ReadAhead(file, file.read(0), Runnable::run);
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
        assertThat(known.of("v1", new Noted(-1)).length()).isEqualTo(3);
        journal.clear();
        assertThat(known.of("v1", new Noted(-1)).position(2)).isEqualTo(2);
        assertThat(journal).isEmpty();
        known.of("v2", new Noted(-1));
        assertThat(journal).hasSize(6);
    }
}
