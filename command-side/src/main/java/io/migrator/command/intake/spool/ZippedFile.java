package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/**
 * The one file in a ZIP archive, read as the archive comes. The library checks neither checksums nor that the archive is whole;
 * this class does. What desktops put beside the files is passed over. Not safe for use by several threads.
 */
final class ZippedFile extends InputStream {

    private static final Set<String> OF_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final int BUFFER = 16 * 1024;
    private static final int MOST_ENTRIES = 1000;

    private final ArchiveEnd archive;
    private final ZipArchiveInputStream zip;
    private final ExpansionLimit limit;
    private final CRC32 checksum = new CRC32();
    private @Nullable ZipArchiveEntry file;
    private long size;
    private int entries;
    private boolean ended;

    ZippedFile(InputStream archive, ExpansionLimit limit) {
        this.archive = new ArchiveEnd(archive);
        this.zip = new Entries(this.archive);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        ZipArchiveEntry read = file == null ? first() : file;
        int count = zip.read(target, offset, length);
        if (count < 0) {
            ended = true;
            end(read);
            return -1;
        }
        checksum.update(target, offset, count);
        size += count;
        limit.add(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private ZipArchiveEntry first() throws IOException {
        ZipArchiveEntry found = next();
        if (found == null) {
            throw RefusedContentException.archive("Put the CSV file into the archive: there is no file in it.");
        }
        file = found;
        return found;
    }

    private void end(ZipArchiveEntry read) throws IOException {
        if (next() != null) {
            throw RefusedContentException.archive(
                    "Send one CSV file at a time: there are several files in the archive.");
        }
        archive.transferTo(OutputStream.nullOutputStream());
        if (checksum.getValue() != read.getCrc() || size != read.getSize() || !archive.isEndOf(entries)) {
            throw new IOException("checksum, size or end of the archive");
        }
    }

    /** The next file that a person has put in. */
    private @Nullable ZipArchiveEntry next() throws IOException {
        byte[] passedOver = new byte[BUFFER];
        for (ZipArchiveEntry entry = nextEntry(); entry != null; entry = nextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw RefusedContentException.archive("Put nothing but the CSV file into the archive: it has more than "
                        + MOST_ENTRIES + " entries.");
            }
            check(entry);
            if (!isPassedOver(entry)) {
                return entry;
            }
            for (int count = zip.read(passedOver); count >= 0; count = zip.read(passedOver)) {
                limit.add(count);
            }
        }
        return null;
    }

    private @Nullable ZipArchiveEntry nextEntry() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // The library's answer to some of the damage that an archive can have.
            throw new IOException(e);
        }
    }

    private static void check(ZipArchiveEntry entry) throws IOException {
        boolean isStored = entry.getMethod() == ZipMethod.STORED.getCode();
        if (isOfSpreadsheet(entry.getName())) {
            throw RefusedContentException.archive("Save the spreadsheet as CSV and send that.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw RefusedContentException.archive("Send the archive without a password: it is encrypted.");
        }
        if (!isStored && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
            throw RefusedContentException.archive(
                    "Compress the file with the method Deflate, as ZIP programs do unless told otherwise.");
        }
        if (isStored && entry.getGeneralPurposeBit().usesDataDescriptor()) {
            throw RefusedContentException.archive(
                    "Compress the file: an archive written as a stream without compression does not say where it ends.");
        }
        if (isStored && entry.getSize() != entry.getCompressedSize()) {
            throw new IOException("two sizes for one file");
        }
    }

    private static boolean isOfSpreadsheet(String name) {
        return name.equals("[Content_Types].xml") || name.equals("content.xml") || name.startsWith("xl/");
    }

    private static boolean isPassedOver(ZipArchiveEntry entry) {
        String path = entry.getName().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.endsWith("/") || path.startsWith("__MACOSX/") || OF_DESKTOPS.contains(name);
    }

    /** Without the method that would hold memory outside of the heap. */
    private static final class Entries extends ZipArchiveInputStream {

        Entries(InputStream archive) {
            super(archive);
        }

        @Override
        protected InputStream createZstdInputStream(InputStream in) throws IOException {
            throw new UnsupportedZipFeatureException(UnsupportedZipFeatureException.Feature.METHOD);
        }
    }
}
