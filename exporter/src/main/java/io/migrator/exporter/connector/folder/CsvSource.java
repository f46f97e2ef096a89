package io.migrator.exporter.connector.folder;

import io.migrator.exporter.connector.SourceException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** An open CSV file, from its first record or from a later one on. */
final class CsvSource implements AutoCloseable {

    /** A line with nothing in it is no row: many programs end a file with one. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Path file;
    private final List<String> header;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long begin;

    private CsvSource(Path file, List<String> header, CSVParser parser, Iterator<CSVRecord> records, long begin) {
        this.file = file;
        this.header = header;
        this.parser = parser;
        this.records = records;
        this.begin = begin;
    }

    /** @param begin where a record begins, in bytes; 0 for the first one after the header */
    static CsvSource open(Path file, long begin) {
        try {
            CSVParser first = parser(file, 0);
            Iterator<CSVRecord> records = first.iterator();
            if (!records.hasNext()) {
                first.close();
                throw new SourceException(file + " is empty; its first line has to name the columns");
            }
            List<String> header = new ArrayList<>(records.next().toList());
            header.set(0, header.get(0).replace("\ufeff", ""));
            if (begin == 0) {
                return new CsvSource(file, header, first, records, 0);
            }
            first.close();
            CSVParser later = parser(file, begin);
            return new CsvSource(file, header, later, later.iterator(), begin);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static CSVParser parser(Path file, long begin) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(begin);
        return CSVParser.builder()
                .setReader(new BufferedReader(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))))
                .setCharset(StandardCharsets.UTF_8)
                .setTrackBytes(true)
                .setFormat(FORMAT)
                .get();
    }

    private static SourceException unreadable(Path file, Exception fault) {
        return new SourceException(file + " cannot be read as CSV in UTF-8: " + fault.getMessage(), fault, false);
    }

    List<String> header() {
        return header;
    }

    /** Where columns stand. */
    int[] positions(List<String> names) {
        return names.stream()
                .mapToInt(name -> {
                    int position = header.indexOf(name);
                    if (position < 0) {
                        throw new SourceException(file.getFileName() + " has no column " + name + "; it has "
                                + String.join(", ", header));
                    }
                    return position;
                })
                .toArray();
    }

    /** Where a record begins, in bytes of the file. */
    long position(CSVRecord record) {
        return begin + record.getBytePosition();
    }

    Stream<CSVRecord> records() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Iterator<CSVRecord>() {
                            @Override
                            public boolean hasNext() {
                                try {
                                    return records.hasNext();
                                } catch (UncheckedIOException e) {
                                    throw unreadable(file, e);
                                }
                            }

                            @Override
                            public CSVRecord next() {
                                return records.next();
                            }
                        },
                        Spliterator.ORDERED),
                false);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
