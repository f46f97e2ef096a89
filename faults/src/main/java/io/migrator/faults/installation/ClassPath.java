package io.migrator.faults.installation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the programs are made of: the class path of the suite itself. Where that is the one runnable jar, it is unpacked once, and a
 * program that ends in order leaves an archive of its classes behind, with which it starts in about half the time; a suite that
 * kills programs waits for their starts more than for anything else.
 */
final class ClassPath {

    private final String entries;
    private final @Nullable Path archives;

    private ClassPath(String entries, @Nullable Path archives) {
        this.entries = entries;
        this.archives = archives;
    }

    /** @param directory to unpack to */
    static ClassPath ofTheSuite(Path directory) {
        String own = System.getProperty("java.class.path");
        boolean isOneJar = own.endsWith("-exec.jar") && !own.contains(File.pathSeparator);
        if (!isOneJar) {
            return new ClassPath(own, null);
        }
        unpack(own, directory);
        return new ClassPath(directory.resolve(Path.of(own).getFileName()).toString(), directory);
    }

    /** By the tool that Spring Boot puts into its jars. */
    private static void unpack(String jar, Path directory) {
        try {
            Process tool = new ProcessBuilder(
                            java(), "-Djarmode=tools", "-jar", jar, "extract", "--destination", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolveSibling("unpack.log").toFile())
                    .start();
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(
                        "unpacking failed: " + Files.readString(directory.resolveSibling("unpack.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether a program starts faster after it has ended in order once. */
    boolean isLearning() {
        return archives != null;
    }

    /** The options with which a program starts now. */
    List<String> options(String program) {
        if (archives == null) {
            return List.of("-cp", entries);
        }
        Path archive = archives.resolve(program.replace(' ', '-') + ".jsa");
        String use = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        return List.of("-cp", entries, use + archive, "-Xlog:disable", "-Xlog:all=error:stderr");
    }
}
