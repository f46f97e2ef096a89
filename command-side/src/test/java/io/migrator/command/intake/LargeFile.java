package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

/**
 * Prints how long a file of customers with three unique columns is validated, and the heap that it takes; says whether every
 * value that was planted a second time is found, with the right first row. Arguments: a folder for the file, rows, values
 * planted; a fourth one, {@code write}, leaves the file there without reading it.
 */
public final class LargeFile {

    private static final String[] COLUMNS = {"EXTERNAL_ID", "EMAIL", "PBJ_CUSTOMER_ID"};

    private final int rows;
    private final int every;

    private LargeFile(int rows, int planted) {
        this.rows = rows;
        this.every = planted == 0 ? Integer.MAX_VALUE : rows / planted;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        LargeFile large = new LargeFile(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Path file = folder.resolve("customers.csv");
        large.write(file);
        System.out.printf("%,d bytes in %s%n", Files.size(file), file);
        if (arguments.length == 3) {
            large.read(folder, file);
            Files.delete(file);
        }
    }

    /** A row that has, in one column, the value of an earlier one. */
    private boolean isPlanted(int row) {
        return row % every == 0 && row > 1;
    }

    private String column(int row) {
        return COLUMNS[row / every % COLUMNS.length];
    }

    private int first(int row) {
        int first = 1 + (int) (row * 0.37);
        return isPlanted(first) ? first + 1 : first;
    }

    private int number(int row, String column) {
        return isPlanted(row) && column(row).equals(column) ? first(row) : row;
    }

    private void write(Path file) throws IOException {
        Random random = new Random(20);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(Rows.CUSTOMER_HEADER + ",PBJ_CUSTOMER_ID\r\n");
            for (int row = 1; row <= rows; row++) {
                writer.write("C-" + number(row, "EXTERNAL_ID") + ",Ms,Zoë,Nguyễn" + (char) ('a' + random.nextInt(26))
                        + ",19" + (50 + random.nextInt(40)) + "-02-2" + random.nextInt(9) + ",c"
                        + number(row, "EMAIL") + "@example.com,,\"Unit " + random.nextInt(99)
                        + ", 12 Harbour St\",,Manly,NSW,2095,AU,ACTIVE,2019-05-04T03:21:00Z,true,en-AU,,5000,"
                        + (100_000 + number(row, "PBJ_CUSTOMER_ID")) + "\r\n");
            }
        }
    }

    private void read(Path folder, Path source) throws Exception {
        KeptViolations found = new KeptViolations();
        long start = System.nanoTime();
        try (SpooledFile file = new SpoolFolder(folder).newFile();
                InputStream body = Files.newInputStream(source);
                WorkAhead threads = new WorkAhead(Runtime.getRuntime().availableProcessors());
                IntakeMemory.Share memory =
                        new IntakeMemory(Runtime.getRuntime().maxMemory() * 2 / 5, Duration.ZERO).share()) {
            file.receive(body, new ReceivingLimits(Long.MAX_VALUE / 4, 200), StandardCharsets.UTF_8);
            long received = System.nanoTime();
            ViolationLog log = new ViolationLog(found, new RowCodec(), "acme", UUID.randomUUID(), Reading.NOW);
            ReadFile result = new FileReading(
                            file,
                            new HeaderDetection(FileTypes.load()),
                            new ReadingLimits(128 * 1024, rows, 1000),
                            false,
                            log,
                            memory,
                            new Division(threads, Division.USUAL))
                    .read(new UploadMoment(Reading.NOW, ZoneOffset.UTC), Fingerprint.seeded());
            long end = System.nanoTime();
            log.finish();
            System.out.printf(
                    "%,d rows: received in %.1f s, validated in %.1f s; largest heap %,d MB, most after a collection %,d MB%n",
                    result.offsets().rows(), (received - start) / 1e9, (end - received) / 1e9, peak(), live());
            long planted = every == Integer.MAX_VALUE ? 0 : rows / every;
            System.out.printf(
                    "%,d violations, %,d of them right, %,d planted%n",
                    log.total(), found.all().stream().filter(this::isRight).count(), planted);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_000_000;
    }

    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                        .sum()
                / 1_000_000;
    }

    private boolean isRight(Violation violation) {
        int row = violation.row();
        return violation.code() == ViolationCode.CELL_NOT_UNIQUE
                && isPlanted(row)
                && column(row).equals(violation.column())
                && violation.message().startsWith("Row " + first(row) + " has it already.");
    }
}
