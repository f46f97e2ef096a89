package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which files lie while they are read. Every file is locked while it is in use, so that one left behind by a
 * process that died can be told from one of a service that runs, and is removed at the next start. Safe to use from any thread.
 */
public final class SpoolFolder {

    /** What is spooled is personal data as it came in, not yet checked: nobody else on the machine reads it. */
    private static final FileAttribute<?> FOLDER_OF_OWNER = permissions("rwx------");

    private static final FileAttribute<?> FILE_OF_OWNER = permissions("rw-------");

    private static final Logger log = LoggerFactory.getLogger(SpoolFolder.class);
    private static final String SUFFIX = ".upload";

    private final Path folder;

    /** Makes the folder when it is not there, and removes what a process that died has left in it. */
    public SpoolFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder, FOLDER_OF_OWNER);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    removeUnlessInUse(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty file; gone when it is closed. */
    public SpooledFile newFile() {
        Path path = folder.resolve(UUID.randomUUID() + SUFFIX);
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    FILE_OF_OWNER);
            SpooledFile file = new SpooledFile(path, channel);
            try {
                channel.lock();
            } catch (IOException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private static void removeUnlessInUse(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Files.delete(file);
                log.info("Removed a spooled file left by a process that ended early");
            }
        } catch (OverlappingFileLockException e) {
            log.debug("A spooled file is in use by this process");
        } catch (IOException e) {
            // Another user's, perhaps: no reason to take no files in.
            log.warn("A spooled file left behind cannot be removed; remove {} by hand", file, e);
        }
    }
}
