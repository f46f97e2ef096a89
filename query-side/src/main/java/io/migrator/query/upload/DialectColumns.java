package io.migrator.query.upload;

import io.migrator.api.CsvDialect;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** {@link CsvDialect} as columns. */
@Embeddable
record DialectColumns(
        @Column(name = "delimiter") String delimiter,
        @Column(name = "line_end") String lineEnd,
        @Column(name = "byte_order_mark") Boolean byteOrderMark,
        @Column(name = "charset") @Nullable String charset,
        @Column(name = "separator_line") Boolean separatorLine) {

    CsvDialect toDialect() {
        return new CsvDialect(delimiter.charAt(0), lineEnd, byteOrderMark, charset, Boolean.TRUE.equals(separatorLine));
    }
}
