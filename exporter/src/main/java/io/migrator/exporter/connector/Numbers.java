package io.migrator.exporter.connector;

import java.math.BigDecimal;

/** Numbers as the contract has them, whatever the source. */
public final class Numbers {

    /** Of a number that surely fits a long. */
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** Whole numbers as {@code Long} where they fit, others without zeros at their end. */
    public static Object plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean isLong = plain.scale() <= 0 && plain.precision() - plain.scale() <= MOST_DIGITS;
        return isLong ? (Object) plain.longValueExact() : plain;
    }
}
