package io.migrator.exporter.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a store tells of its runs. */
public final class RunAccount {

    private final JdbcTemplate jdbc;

    RunAccount(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of a run, for each type in the order in which they were planned. */
    public List<TypeFigures> figures(long run) {
        return jdbc.query("""
                select e.file_type, e.consistency, b.blocks, b.finished, b.planned, b.read_rows, b.unchanged,
                       b.unmapped, p.parts, p.sent, p.refused, p.accepted, p.success, p.error
                  from extract e
                  left join (select run, file_type, count(*) blocks, count(finished_at) finished, sum(planned) planned,
                                    sum(read_rows) read_rows, sum(unchanged) unchanged,
                                    sum(unmapped) unmapped
                               from block group by run, file_type) b
                         on b.run = e.run and b.file_type = e.file_type
                  left join (select run, file_type, count(*) parts, sum(sent) sent, sum(refused) refused, sum(accepted) accepted,
                                    sum(success) success, sum(error) error
                               from part group by run, file_type) p
                         on p.run = e.run and p.file_type = e.file_type
                 where e.run = ? order by e.place""", FIGURES, run);
    }

    private static final RowMapper<TypeFigures> FIGURES = (row, n) -> new TypeFigures(
            row.getString("file_type"),
            row.getString("consistency"),
            row.getInt("blocks"),
            row.getInt("finished"),
            row.getLong("planned"),
            row.getLong("read_rows"),
            row.getLong("unchanged"),
            row.getLong("unmapped"),
            row.getInt("parts"),
            row.getLong("sent"),
            row.getLong("refused"),
            row.getLong("accepted"),
            row.getLong("success"),
            row.getLong("error"));

    /** Why rows were refused, in the order of their external ids. */
    public List<RefusedRow> refusals(long run, String type) {
        return jdbc.query(
                "select * from refusal where run = ? and file_type = ? order by external_id, code",
                (row, n) -> new RefusedRow(
                        row.getString("external_id"),
                        RefusedRow.By.valueOf(row.getString("by_whom")),
                        row.getString("column_name"),
                        row.getString("code"),
                        row.getString("message")),
                run,
                type);
    }

    /** Rows that the service has and the source had no more. */
    public List<String> vanished(long run, String type) {
        return jdbc.queryForList(
                "select external_id from vanished where run = ? and file_type = ? order by external_id",
                String.class,
                run,
                type);
    }

    /**
     * Uploads that lead to nothing, because their block was read again with another content; of those that were never answered, the
     * keys.
     */
    public List<String> abandoned(long run) {
        return jdbc.queryForList("""
                select coalesce(s.upload_id, s.idempotency_key) from sending s
                  join block b on b.run = s.run and b.file_type = s.file_type and b.block = s.block
                 where s.run = ? and b.finished_at is not null and coalesce(s.is_accepted, true)
                   and not exists (select 1 from part p where p.upload_id = s.upload_id)
                 order by 1""", String.class, run);
    }

    /** Blocks that are not finished and were begun: why, and what they have sent so far. */
    public List<OpenBlock> open(long run) {
        return jdbc.query(
                """
                select b.*, (select array_agg(coalesce(s.upload_id, s.idempotency_key) order by s.part)
                               from sending s
                              where s.run = b.run and s.file_type = b.file_type and s.block = b.block
                                and coalesce(s.is_accepted, true)) uploads
                  from block b join extract e on e.run = b.run and e.file_type = b.file_type
                 where b.run = ? and b.finished_at is null
                   and (b.failure is not null
                        or exists (select 1 from sending s
                                    where s.run = b.run and s.file_type = b.file_type and s.block = b.block))
                 order by e.place, b.block""",
                (row, n) -> new OpenBlock(
                        row.getString("file_type"),
                        row.getInt("block"),
                        row.getInt("attempts"),
                        Objects.requireNonNullElse(row.getString("failure"), ""),
                        uploads(row.getArray("uploads"))),
                run);
    }

    private static List<String> uploads(@Nullable Array uploads) throws SQLException {
        return uploads == null
                ? List.of()
                : Arrays.stream((Object[]) uploads.getArray())
                        .map(String::valueOf)
                        .toList();
    }
}
