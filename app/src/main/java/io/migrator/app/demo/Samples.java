package io.migrator.app.demo;

import java.nio.file.Path;

/** {@code ./migrator samples}: writes the demonstration's files, to try the API with. */
public final class Samples {

    private Samples() {}

    /** @param arguments the directory to write to; {@code samples} when none is given */
    public static void main(String[] arguments) {
        if (arguments.length > 1 || (arguments.length == 1 && arguments[0].startsWith("-"))) {
            System.err.println("usage: samples [DIR]");
            System.exit(2);
            return;
        }
        Path directory = Path.of(arguments.length == 0 ? "samples" : arguments[0]);
        SampleFiles files = SampleFiles.create();
        files.writeTo(directory);
        files.accepted().forEach(file -> System.out.println(directory.resolve(file.name())));
        System.out.println(directory.resolve(files.rejected().name()) + " (has mistakes)");
    }
}
