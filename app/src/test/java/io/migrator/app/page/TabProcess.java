package io.migrator.app.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The process that draws a browser's page, as Linux tells of it. All sizes in bytes.
 *
 * @param process its folder below {@code /proc}
 */
record TabProcess(Path process) {

    private static final String CHROMIUM = "/chromium";

    /**
     * The one of a browser's processes that works.
     *
     * @param work has its page do something; the others of the browser's, which are spare, have nothing to do meanwhile
     */
    static TabProcess busyIn(ProcessHandle browser, Runnable work) {
        Map<TabProcess, Double> before = browser.descendants()
                .map(process -> new TabProcess(Path.of("/proc", Long.toString(process.pid()))))
                .filter(TabProcess::draws)
                .collect(Collectors.toMap(Function.identity(), TabProcess::mainThreadMillis));
        work.run();
        return before.keySet().stream()
                .max(Comparator.comparingDouble(tab -> tab.mainThreadMillis() - before.get(tab)))
                .orElseThrow();
    }

    /** That of its main thread too. */
    long id() {
        return Long.parseLong(process.getFileName().toString());
    }

    private boolean draws() {
        try {
            return Files.readString(process.resolve("cmdline")).contains("--type=renderer");
        } catch (IOException e) {
            return false; // one that has just ended
        }
    }

    /**
     * What it takes at the moment.
     *
     * @param proportional everything it has in memory; of what n processes share, the n-th part (PSS)
     * @param anonymous the part of it that no file backs: what it has come to by running
     * @param shared the part of it that is shared memory: pictures on their way to the screen
     * @param files the part of it that is code and data read from files, of which nearly all is the browser's program
     * @param footprint what the browser's own task manager shows: everything without a file, whoever else may see it
     */
    record Memory(long proportional, long anonymous, long shared, long files, long footprint) {

        Memory most(Memory other) {
            return other.proportional > proportional ? other : this;
        }

        /** What of it is more than in another. */
        Memory without(Memory other) {
            return new Memory(
                    proportional - other.proportional,
                    anonymous - other.anonymous,
                    shared - other.shared,
                    files - other.files,
                    footprint - other.footprint);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "PSS %.1f MB (without a file %.1f, shared memory %.1f, files %.1f); private footprint %.1f MB",
                    proportional / 1e6,
                    anonymous / 1e6,
                    shared / 1e6,
                    files / 1e6,
                    footprint / 1e6);
        }
    }

    Memory memory() {
        Map<String, Long> rollup = sizes(lines("smaps_rollup"));
        Map<String, Long> status = sizes(lines("status"));
        return new Memory(
                rollup.getOrDefault("Pss", 0L),
                rollup.getOrDefault("Pss_Anon", 0L),
                rollup.getOrDefault("Pss_Shmem", 0L),
                rollup.getOrDefault("Pss_File", 0L),
                status.getOrDefault("RssAnon", 0L) + status.getOrDefault("VmSwap", 0L));
    }

    private static Map<String, Long> sizes(List<String> lines) {
        Map<String, Long> sizes = new TreeMap<>();
        lines.stream()
                .filter(line -> line.endsWith(" kB"))
                .map(line -> line.split(":\\s*"))
                .forEach(pair -> sizes.merge(pair[0], Long.parseLong(pair[1].replace(" kB", "")) * 1_024, Long::sum));
        return sizes;
    }

    /** Its share of what there is in memory, by whose it is. */
    Map<String, Long> byOwner() {
        Map<String, Long> owners = new TreeMap<>();
        String owner = "";
        for (String line : lines("smaps")) {
            if (line.startsWith("Pss:")) {
                owners.merge(owner, Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024, Long::sum);
            } else if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                owner = owner(line.split("\\s+", 6));
            }
        }
        return owners;
    }

    private static String owner(String[] mapping) {
        String name = mapping.length < 6 ? "" : mapping[5].strip();
        if (name.startsWith("[anon:")) {
            return name;
        }
        boolean isOwn = mapping[4].equals("0");
        if (isOwn) {
            return name.isEmpty() ? "no name, " + mapping[1] : name;
        }
        String file = name.startsWith("/memfd:") || name.startsWith("/dev/shm/")
                ? "shared memory"
                : name.endsWith(CHROMIUM)
                        ? "the browser's program"
                        : name.startsWith("/usr/share/fonts") ? "fonts" : "other files";
        return file + ", " + mapping[1];
    }

    /** Processor time that its main thread, which answers to input, has had, in milliseconds. */
    double mainThreadMillis() {
        return Long.parseLong(lines("task/" + process.getFileName() + "/schedstat")
                        .get(0)
                        .split(" ")[0])
                / 1e6;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(process.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
