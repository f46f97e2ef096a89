package io.migrator.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * CPU time of some processes and of all that they started, ended ones included as far as their parents waited for them. Linux
 * only; elsewhere it is always 0.
 */
public final class CpuTime {

    private static final double TICKS_PER_SECOND = 100;
    /** Of what follows the process's name: time in user and kernel mode, and the same of ended children. */
    private static final int FIRST_FIELD = 11;

    private final List<LongSupplier> roots;

    /** @param roots the ids of the processes, asked for at each look */
    public CpuTime(List<LongSupplier> roots) {
        this.roots = List.copyOf(roots);
    }

    /** That of these and of those processes together. */
    public CpuTime and(CpuTime others) {
        return new CpuTime(Stream.concat(roots.stream(), others.roots.stream()).toList());
    }

    double seconds() {
        return roots.stream()
                .map(root -> ProcessHandle.of(root.getAsLong()))
                .flatMap(found -> found.stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToDouble(process -> seconds(process.pid()))
                .sum();
    }

    private static double seconds(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST_FIELD; i < FIRST_FIELD + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0; // another system, or the process has just ended
        }
    }
}
