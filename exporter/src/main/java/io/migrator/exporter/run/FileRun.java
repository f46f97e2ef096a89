package io.migrator.exporter.run;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Writes into a directory what a first run would send. Nothing is sent and nothing remembered: it has no store, always begins anew,
 * and another run knows nothing of it. What one that failed has written is left where it is.
 */
public final class FileRun {

    private static final int TOLD_AT_A_TIME = 1_000;

    private final SourceFile source;
    private final Exporter exporter;
    private final Path directory;
    private final int rowsPerBlock;
    private final int rowsPerPart;
    private final RunListener listener;

    /**
     * @param exporter of the source
     * @param directory is made, or has to be empty
     */
    public FileRun(
            SourceFile source,
            Exporter exporter,
            Path directory,
            int rowsPerBlock,
            int rowsPerPart,
            RunListener listener) {
        this.source = source;
        this.exporter = exporter;
        this.directory = directory;
        this.rowsPerBlock = rowsPerBlock;
        this.rowsPerPart = rowsPerPart;
        this.listener = listener;
    }

    /**
     * Writes every type.
     *
     * @param workers blocks that are read at a time
     * @throws SourceException when a block cannot be read; the others that were begun are finished
     * @throws MisfitException when the mapping does not fit, or the directory is not empty
     */
    public WrittenFiles write(int workers) throws IOException {
        requireEmpty();
        List<FileType> types = exporter.check();
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try (Reading reading = exporter.connector().begin(workers)) {
            List<WrittenType> written = new ArrayList<>();
            for (FileType type : types) {
                written.add(write(type, reading, threads));
            }
            return new WrittenFiles(written, Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            threads.shutdownNow();
        }
    }

    private void requireEmpty() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> found = Files.list(directory)) {
            if (found.findAny().isPresent()) {
                throw new MisfitException(List.of(directory + " is not empty; name a directory that is, or a new one"));
            }
        }
    }

    private WrittenType write(FileType type, Reading reading, ExecutorService threads) {
        SourceFile.Type mapped = Objects.requireNonNull(source.types().get(type.name()));
        Extract extract = mapped.extract(type.name());
        Mapping mapping = Mapping.of(type, mapped, source.zoneOrDefault());
        ExternalIds externalIds = new ExternalIds();
        List<Block> blocks = exporter.connector().plan(extract, rowsPerBlock);
        listener.planned(type.name(), blocks);
        List<Future<FileBlock>> begun = blocks.stream()
                .map(block -> threads.submit(() -> {
                    FileBlock file = new FileBlock(type, mapping, rowsPerPart, block.number(), directory, externalIds);
                    return read(type, extract, reading, block, file);
                }))
                .toList();
        List<FileBlock> finished = new ArrayList<>();
        for (Future<FileBlock> block : begun) {
            finished.add(await(block, begun));
        }
        return sum(type, reading, finished);
    }

    private FileBlock read(FileType type, Extract extract, Reading reading, Block block, FileBlock file) {
        try (file) {
            reading.read(extract, block, values -> {
                file.row(values);
                if (file.read() % TOLD_AT_A_TIME == 0) {
                    listener.read(type.name(), block, file.read());
                }
            });
            file.finish();
        } catch (SourceException e) {
            BlockException told = new BlockException(type.name(), block, file.read(), file.lastExternalId(), e);
            throw new SourceException(Reasons.of(told), e, e.isPassing());
        }
        listener.exported(type.name(), block);
        return file;
    }

    /** When one has failed, those that wait are not begun any more. */
    private static FileBlock await(Future<FileBlock> block, List<Future<FileBlock>> all) {
        try {
            return block.get();
        } catch (ExecutionException e) {
            all.forEach(other -> other.cancel(false));
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a block could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("broken off");
        }
    }

    private static WrittenType sum(FileType type, Reading reading, List<FileBlock> blocks) {
        return new WrittenType(
                type.name(),
                reading.consistency().name(),
                blocks.size(),
                blocks.stream().mapToInt(FileBlock::parts).sum(),
                blocks.stream().mapToLong(FileBlock::read).sum(),
                blocks.stream().mapToLong(block -> block.refusals().size()).sum(),
                blocks.stream().mapToLong(FileBlock::written).sum(),
                blocks.stream().flatMap(block -> block.refusals().stream()).toList());
    }
}
