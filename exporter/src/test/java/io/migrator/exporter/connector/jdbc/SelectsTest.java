package io.migrator.exporter.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.SourceColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements, to the letter, also for databases that no test can ask. */
class SelectsTest {

    private static final List<KeyValue> LOW = List.of(KeyValue.of("n"), KeyValue.of(5L));
    private static final List<KeyValue> HIGH = List.of(KeyValue.of("s"), KeyValue.of(7L));

    private static Selects selects(Dialect dialect, String filter) {
        Extract extract = new Extract(
                "X", "t", null, filter, List.of("branch", "no"), null, List.of("no", "name"), Optional.empty());
        return new Selects(dialect, extract, dialect.quote("crm") + "." + dialect.quote("t"), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL_SERVER | select [no], [name] from [crm].[t] t where [branch] >= ? and ([branch] > ? or [branch] = ? and [no] > ?) and [branch] <= ? and ([branch] < ? or [branch] = ? and [no] <= ?) order by [branch], [no]
            ORACLE     | select "no", "name" from "crm"."t" t where "branch" >= ? and ("branch" > ? or "branch" = ? and "no" > ?) and "branch" <= ? and ("branch" < ? or "branch" = ? and "no" <= ?) order by "branch", "no"
            FIREBIRD   | select "no", "name" from "crm"."t" t where "branch" >= ? and ("branch" > ? or "branch" = ? and "no" > ?) and "branch" <= ? and ("branch" < ? or "branch" = ? and "no" <= ?) order by "branch", "no"
            MYSQL      | select `no`, `name` from `crm`.`t` t where `branch` >= ? and (`branch` > ? or `branch` = ? and `no` > ?) and `branch` <= ? and (`branch` < ? or `branch` = ? and `no` <= ?) order by `branch`, `no`
            POSTGRESQL | select "no", "name" from "crm"."t" t where ("branch", "no") > (?, ?) and ("branch", "no") <= (?, ?) order by "branch", "no"
            """)
    void aBlockOfAKeyOfSeveralColumns(Dialect dialect, String sql) {
        Selects.Select select = selects(dialect, "").rows(new Block(2, LOW, HIGH, 10));

        assertThat(select.sql()).isEqualTo(sql);
        assertThat(select.values())
                .hasSize((int) sql.chars().filter(letter -> letter == '?').count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL_SERVER | select [branch], [no] from (select [branch], [no], row_number() over (order by [branch], [no]) as migrator_row from [crm].[t] t where (gone = 0)) numbered where migrator_row % 100 = 0 order by migrator_row
            ORACLE     | select "branch", "no" from (select "branch", "no", row_number() over (order by "branch", "no") as migrator_row from "crm"."t" t where (gone = 0)) numbered where mod(migrator_row, 100) = 0 order by migrator_row
            FIREBIRD   | select "branch", "no" from (select "branch", "no", row_number() over (order by "branch", "no") as migrator_row from "crm"."t" t where (gone = 0)) numbered where mod(migrator_row, 100) = 0 order by migrator_row
            """)
    void everyHundredthKeyOfWhatTheFilterLetsThrough(Dialect dialect, String sql) {
        assertThat(selects(dialect, "gone = 0").bounds(100).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL_SERVER | select top (10) [no], [name] from [crm].[t] t where (gone = 0) order by [branch], [no]
            ORACLE     | select "no", "name" from "crm"."t" t where (gone = 0) order by "branch", "no" fetch first 10 rows only
            FIREBIRD   | select "no", "name" from "crm"."t" t where (gone = 0) order by "branch", "no" fetch first 10 rows only
            MYSQL      | select `no`, `name` from `crm`.`t` t where (gone = 0) order by `branch`, `no` limit 10
            POSTGRESQL | select "no", "name" from "crm"."t" t where (gone = 0) order by "branch", "no" limit 10
            """)
    void ofASampleNoMoreRowsAreAskedForThanItHas(Dialect dialect, String sql) {
        assertThat(selects(dialect, "gone = 0").first(10).sql()).isEqualTo(sql);
    }

    @Test
    void postgresCopiesTheRowsOfABlockWithItsBoundsAsLiterals() {
        Block block = new Block(2, List.of(KeyValue.of("O'Neil\\"), KeyValue.of(5L)), HIGH, 10);

        assertThat(selects(Dialect.POSTGRESQL, "gone = 0").copy(block))
                .isEqualTo(
                        "copy (select \"no\", \"name\" from \"crm\".\"t\" t where (gone = 0) and (\"branch\", \"no\") > "
                                + "(E'O''Neil\\\\', E'5') and (\"branch\", \"no\") <= (E's', E'7') order by \"branch\", \"no\") to stdout");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL_SERVER | [a]]b]
            ORACLE     | "a]b"
            MYSQL      | `a]b`
            """)
    void aNameMayHoldAnything(Dialect dialect, String quoted) {
        assertThat(dialect.quote("a]b")).isEqualTo(quoted);
    }

    @Test
    void whatOrdersOtherwiseThanItComparesIsCastInBoth() {
        assertThat(Dialect.SQL_SERVER.ordersOtherwise(new SourceColumn("branch", SourceColumn.Kind.TEXT, "varchar")))
                .isTrue();
        assertThat(Dialect.SQL_SERVER.ordersOtherwise(new SourceColumn("branch", SourceColumn.Kind.TEXT, "nvarchar")))
                .isFalse();
        Extract extract = new Extract("X", "t", null, "", List.of("code"), null, List.of("code"), Optional.empty());
        Selects selects = new Selects(Dialect.SQL_SERVER, extract, "[t]", List.of("code"));
        List<KeyValue> bound = List.of(KeyValue.of("n"));

        assertThat(selects.rows(new Block(2, bound, List.of(), 10)).sql())
                .isEqualTo("select [code] from [t] t where (cast([code] as nvarchar(4000)) collate Latin1_General_BIN2)"
                        + " > (?) order by cast([code] as nvarchar(4000)) collate Latin1_General_BIN2");
        assertThat(selects.bounds(100).sql())
                .isEqualTo("select [code] from (select [code], row_number() over (order by cast([code] as"
                        + " nvarchar(4000)) collate Latin1_General_BIN2) as migrator_row from [t] t) numbered"
                        + " where migrator_row % 100 = 0 order by migrator_row");
    }

    @Test
    void aSessionOfOracleSortsAsItCompares() {
        assertThat(Dialect.ORACLE.session())
                .containsExactly("alter session set nls_sort = binary", "alter session set nls_comp = binary");
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, jdbc:sqlite:crm.db, crm.db",
        "SQLITE, jdbc:sqlite:file:/data/crm.db?cache=shared, /data/crm.db",
        "SQLITE, jdbc:sqlite:file:///data/crm.db, /data/crm.db",
        "SQLITE, jdbc:sqlite:file:crm?mode=memory, ",
        "SQLITE, jdbc:sqlite::memory:, ",
        "DUCKDB, jdbc:duckdb:md:crm, ",
        "DUCKDB, jdbc:duckdb:crm.duckdb, crm.duckdb",
    })
    void theFileOfAnAddressHasToBeThere(Dialect dialect, String url, @Nullable String file) {
        assertThat(dialect.file(url).map(Path::toString)).isEqualTo(Optional.ofNullable(file));
    }
}
