package io.migrator.exporter.connector.folder;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.connector.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of CSV files (RFC 4180, UTF-8, with a header). Every value is text. A block is a stretch of a file, named by the bytes
 * where it begins and ends, so the files must not be written to while they are read.
 */
final class FolderConnector implements Connector, Reading {

    private static final Logger log = LoggerFactory.getLogger(FolderConnector.class);
    private static final String ENDING = ".csv";

    private final Path directory;

    FolderConnector(Path directory) {
        this.directory = directory;
    }

    @Override
    public String check() {
        return files().size() + " CSV files in " + directory;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SourceException(directory + " cannot be read", e, false);
        }
    }

    @Override
    public List<Table> discover() {
        List<Table> tables = new ArrayList<>();
        for (Path file : files()) {
            tables.add(table(file));
        }
        return tables;
    }

    /** One that cannot be read is shown without columns. */
    private static Table table(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        try (CsvSource source = CsvSource.open(file, 0)) {
            return new Table(
                    name, columns(source.header()), List.of(), source.records().count());
        } catch (SourceException e) {
            log.warn("{}", e.getMessage());
            return new Table(name, List.of(), List.of(), -1);
        }
    }

    private static List<SourceColumn> columns(List<String> names) {
        return names.stream()
                .map(name -> new SourceColumn(name, SourceColumn.Kind.TEXT, "text"))
                .toList();
    }

    private Path file(Extract extract) {
        Path file = directory.resolve(extract.table() + ENDING);
        if (extract.table() == null || !Files.isRegularFile(file)) {
            throw new SourceException("there is no file " + file + "; there are "
                    + files().stream()
                            .map(known -> known.getFileName().toString())
                            .collect(Collectors.joining(", ")));
        }
        if (!extract.filter().isEmpty()) {
            throw new SourceException("a CSV file has no language for filters; take \"where\" away");
        }
        if (extract.changeColumn() != null) {
            throw new SourceException("texts have no order of changes; take \"changed\" away");
        }
        return file;
    }

    @Override
    public List<SourceColumn> columns(Extract extract) {
        try (CsvSource source = CsvSource.open(file(extract), 0)) {
            source.positions(extract.key());
            source.positions(extract.columns());
            return columns(extract.columns());
        }
    }

    @Override
    public List<Block> plan(Extract extract, int rowsPerBlock) {
        List<Block> blocks = new ArrayList<>();
        try (CsvSource source = CsvSource.open(file(extract), 0)) {
            int[] key = source.positions(extract.key());
            List<KeyValue> after = List.of();
            long rows = 0;
            for (CSVRecord row : (Iterable<CSVRecord>) source.records()::iterator) {
                for (int position : key) {
                    if (position >= row.size() || row.get(position).isEmpty()) {
                        throw new SourceException(extract.name() + " has a row without a key, its "
                                + row.getRecordNumber() + ". record; name another key");
                    }
                }
                if (rows == rowsPerBlock) {
                    List<KeyValue> bound = List.of(KeyValue.of(source.position(row)));
                    blocks.add(new Block(blocks.size() + 1, after, bound, rows));
                    after = bound;
                    rows = 0;
                }
                rows++;
            }
            blocks.add(new Block(blocks.size() + 1, after, List.of(), rows));
        }
        return blocks;
    }

    @Override
    public Optional<KeyValue> state(Extract extract) {
        return Optional.empty();
    }

    @Override
    public Reading begin(int readers) {
        return this;
    }

    @Override
    public Consistency consistency() {
        return Consistency.NONE;
    }

    @Override
    public void read(Extract extract, Block block, RowSink sink) {
        long begin = block.after().isEmpty() ? 0 : (Long) block.after().get(0).value();
        long end = block.upTo().isEmpty()
                ? Long.MAX_VALUE
                : (Long) block.upTo().get(0).value();
        try (CsvSource source = CsvSource.open(file(extract), begin)) {
            int[] positions = source.positions(extract.columns());
            Object[] values = new Object[positions.length];
            for (CSVRecord row : (Iterable<CSVRecord>) source.records()::iterator) {
                if (source.position(row) >= end) {
                    return;
                }
                for (int i = 0; i < positions.length; i++) {
                    values[i] = positions[i] < row.size() ? row.get(positions[i]) : "";
                }
                sink.row(values);
            }
        }
    }

    @Override
    public void close() {
        // nothing stays open
    }
}
