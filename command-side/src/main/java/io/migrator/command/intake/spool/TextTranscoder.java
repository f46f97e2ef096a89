package io.migrator.command.intake.spool;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Turns text in another encoding into UTF-8 while it comes, and stops at the first bytes that are none. Not safe for use by
 * several threads.
 */
final class TextTranscoder {

    private static final int CHARACTERS = 16 * 1024;

    /** Bytes of one character that may be waiting for the rest of it. */
    private static final int MOST_WAITING = 64;

    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final boolean isUtf16;
    private final Consumer<ByteBuffer> target;
    private final ByteBuffer bytes;
    private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);
    private final ByteBuffer encoded = ByteBuffer.allocate(4 * CHARACTERS);
    private long position;
    private boolean stopped;

    /**
     * @param text how it is encoded
     * @param block most bytes that come at once
     * @param target takes the text in UTF-8
     */
    TextTranscoder(SentText text, int block, Consumer<ByteBuffer> target) {
        this.decoder = text.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.isUtf16 = text.charset().name().startsWith("UTF-16");
        this.target = target;
        this.bytes = ByteBuffer.allocate(block + MOST_WAITING);
        this.position = text.markLength();
    }

    /** The next bytes, those of a byte order mark not among them. */
    void take(byte[] next, int offset, int count) {
        if (!stopped) {
            bytes.put(next, offset, count);
            decode(false);
        }
    }

    /** There are no more bytes. */
    void end() {
        if (!stopped) {
            decode(true);
        }
    }

    /** Where in the file as sent the first bytes stand that are no text. */
    OptionalLong fault() {
        return stopped ? OptionalLong.of(position) : OptionalLong.empty();
    }

    private void decode(boolean end) {
        bytes.flip();
        boolean more = true;
        while (more) {
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, characters, end);
            position += bytes.position() - before;
            encode();
            if (result.isError() && !isPassable(result)) {
                stopped = true;
            }
            more = !stopped && !result.isUnderflow();
        }
        bytes.compact();
    }

    private void encode() {
        characters.flip();
        if (encoder.encode(characters, encoded, false).isError()) {
            stopped = true;
        }
        target.accept(encoded.flip());
        encoded.clear();
        characters.compact();
    }

    /** U+FFFE is a code point like any other in the middle of a text; the decoder takes it for a mark in the wrong order. */
    private boolean isPassable(CoderResult result) {
        if (!isUtf16 || result.length() != 2 || bytes.remaining() < 2) {
            return false;
        }
        int at = bytes.position();
        boolean bigEndian = decoder.charset().equals(StandardCharsets.UTF_16BE);
        int high = bytes.get(bigEndian ? at : at + 1) & 0xFF;
        int low = bytes.get(bigEndian ? at + 1 : at) & 0xFF;
        if (high != 0xFF || low != 0xFE) {
            return false;
        }
        characters.put('\uFFFE');
        bytes.position(at + 2);
        position += 2;
        return true;
    }
}
