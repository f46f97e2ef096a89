package io.migrator.bench.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Java process is started: by the JVM that runs the bench, wherever that is. */
public final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    private JavaCommand(List<String> options) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
    }

    /** Starts a runnable jar. */
    public static JavaCommand ofJar(Path jar, List<String> options) {
        JavaCommand command = new JavaCommand(options);
        command.words.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Starts a class of the bench, out of its own runnable jar when it was started from that. */
    public static JavaCommand ofOwn(Class<?> main, List<String> options) {
        JavaCommand command = new JavaCommand(options);
        String classPath = System.getProperty("java.class.path");
        boolean isOneJar = classPath.endsWith("-exec.jar") && !classPath.contains(File.pathSeparator);
        command.words.addAll(
                isOneJar
                        ? List.of("-Dloader.main=" + main.getName(), "-jar", classPath)
                        : List.of("-cp", classPath, main.getName()));
        return command;
    }

    /** The same with these arguments for the program. */
    public JavaCommand with(List<String> arguments) {
        words.addAll(arguments);
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
