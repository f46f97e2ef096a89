package io.migrator.bench.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor its model, as far as the system tells
 * @param memoryMegabytes of the machine
 * @param loadAverage of the last minute, before anything was started; more than a few tenths means that others were at work
 */
public record Machine(
        String processor, int cores, long memoryMegabytes, String system, String jdk, double loadAverage) {

    /** The machine as it is now. */
    public static Machine describe() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name").orElseGet(() -> System.getProperty("os.arch")),
                runtime.availableProcessors(),
                memory(),
                operatingSystem(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / (1024 * 1024)
                : 0;
    }

    private static String operatingSystem() {
        String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return value(Path.of("/etc/os-release"), "PRETTY_NAME")
                .map(name -> name.replace("\"", "") + ", " + kernel)
                .orElse(kernel);
    }

    private static Optional<String> value(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.split("[:=]", 2))
                    .filter(pair -> pair.length == 2)
                    .map(pair -> pair[1].strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // another system
        }
    }

    /** The description as lines of text. */
    public List<String> lines() {
        return List.of(
                cores + " cores, " + processor + ", " + memoryMegabytes / 1024 + " GB of memory",
                system,
                jdk,
                String.format(Locale.ROOT, "load average at the start: %.2f", loadAverage));
    }
}
