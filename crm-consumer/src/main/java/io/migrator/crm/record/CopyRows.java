package io.migrator.crm.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for a COPY into one table, in its binary form: numbers big-endian, every value behind its length. For one thread. */
final class CopyRows {

    private static final VarHandle INT16 = bigEndian(short[].class);
    private static final VarHandle INT32 = bigEndian(int[].class);
    private static final VarHandle INT64 = bigEndian(long[].class);

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int END = -1;
    private static final int NULL = -1;
    private static final int BIGINT = 20;
    private static final int MAY_HOLD_NULLS = 1;
    private static final int FIRST_ELEMENT = 1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_MICROS = ColumnKind.micros(Instant.parse("2000-01-01T00:00:00Z"));

    private static VarHandle bigEndian(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.BIG_ENDIAN);
    }

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    CopyRows() {
        reserve(SIGNATURE.length);
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        int32(NO_FLAGS);
        int32(NO_EXTENSION);
    }

    /** Begins a row; so many values follow. */
    CopyRows row(int values) {
        int16(values);
        return this;
    }

    CopyRows text(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        int32(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    CopyRows number(long number) {
        int32(Long.BYTES);
        int64(number);
        return this;
    }

    CopyRows flag(boolean flag) {
        int32(1);
        int8(flag ? 1 : 0);
        return this;
    }

    CopyRows date(LocalDate date) {
        int32(Integer.BYTES);
        int32((int) (date.toEpochDay() - EPOCH_DAY));
        return this;
    }

    CopyRows moment(Instant moment) {
        return number(ColumnKind.micros(moment) - EPOCH_MICROS);
    }

    CopyRows nothing() {
        int32(NULL);
        return this;
    }

    /** An array of bigint whose elements, or NULLs, are added between this and {@link #endArray}. */
    int beginArray(int... dimensions) {
        int32(0);
        int start = length;
        int32(dimensions.length);
        int32(MAY_HOLD_NULLS);
        int32(BIGINT);
        for (int dimension : dimensions) {
            int32(dimension);
            int32(FIRST_ELEMENT);
        }
        return start;
    }

    /** @param start what {@link #beginArray} returned */
    void endArray(int start) {
        INT32.set(bytes, start - Integer.BYTES, length - start);
    }

    /**
     * Sends the rows to the table.
     *
     * @throws SQLException as an INSERT does, when one of them cannot be stored; then none is
     */
    void send(Connection connection, String copy) throws SQLException {
        int16(END);
        CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        target.writeToCopy(bytes, 0, length);
        target.endCopy();
    }

    private void int8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    private void int16(int value) {
        reserve(Short.BYTES);
        INT16.set(bytes, length, (short) value);
        length += Short.BYTES;
    }

    private void int32(int value) {
        reserve(Integer.BYTES);
        INT32.set(bytes, length, value);
        length += Integer.BYTES;
    }

    private void int64(long value) {
        reserve(Long.BYTES);
        INT64.set(bytes, length, value);
        length += Long.BYTES;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
        }
    }
}
