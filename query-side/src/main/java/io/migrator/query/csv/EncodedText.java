package io.migrator.query.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** Text on its way into a stream of bytes, a self-contained piece at a time. */
public final class EncodedText {

    private EncodedText() {}

    /**
     * Opens a piece. Closing it completes its last character and leaves the stream open; what follows does not depend on it. A
     * character that the encoding does not have becomes the encoding's replacement, a question mark as a rule.
     */
    public static Writer begin(OutputStream out, Charset encoding) {
        return new BufferedWriter(new OutputStreamWriter(new LeftOpen(out), encoding));
    }

    private static final class LeftOpen extends OutputStream {

        private final OutputStream out;

        LeftOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
