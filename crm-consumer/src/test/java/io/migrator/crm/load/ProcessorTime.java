package io.migrator.crm.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor seconds used so far, by kind of thread of this JVM and by kind of server process; from Linux's /proc. */
record ProcessorTime(Map<String, Double> seconds) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int PARENT = 1;

    static ProcessorTime now(long postmaster) {
        Map<String, Double> seconds = new TreeMap<>();
        for (Path task : list(Path.of("/proc/self/task"))) {
            add(task, "java " + name(task), seconds);
        }
        for (Path process : list(Path.of("/proc"))) {
            if (Character.isDigit(process.getFileName().toString().charAt(0))
                    && isChild(process, Long.toString(postmaster))) {
                add(process, title(process), seconds);
            }
        }
        return new ProcessorTime(seconds);
    }

    ProcessorTime since(ProcessorTime earlier) {
        Map<String, Double> difference = new TreeMap<>();
        seconds.forEach((name, now) -> difference.put(name, now - earlier.seconds.getOrDefault(name, 0.0)));
        return new ProcessorTime(difference);
    }

    double total(String start) {
        return seconds.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static boolean isChild(Path process, String postmaster) {
        List<String> fields = fields(process);
        return !fields.isEmpty() && fields.get(PARENT).equals(postmaster);
    }

    private static void add(Path task, String name, Map<String, Double> seconds) {
        List<String> fields = fields(task);
        if (!fields.isEmpty()) {
            double used = (Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(USER + 1))) / TICKS_PER_SECOND;
            seconds.merge(name, used, Double::sum);
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip().replaceAll("[0-9]+", "#");
        } catch (IOException e) {
            return "ended";
        }
    }

    /** A server process says in its command line what it is: "postgres: checkpointer". */
    private static String title(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"))
                    .split("[0-9(\u0000]")[0]
                    .strip();
        } catch (IOException e) {
            return "ended";
        }
    }

    /** The fields of "stat" after the name; none when the task has ended. */
    private static List<String> fields(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
