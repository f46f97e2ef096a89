package io.migrator.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link ServersMain} as a child process. */
final class ServersProcess implements AutoCloseable {

    private final Process process;

    private ServersProcess(Process process) {
        this.process = process;
    }

    static ServersProcess start(Path directory, int postgresPort, int kafkaPort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersMain.class.getName(),
                        directory.toString(),
                        Integer.toString(postgresPort),
                        Integer.toString(kafkaPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(ServersMain.READY)) {
                return new ServersProcess(process);
            }
        }
        throw new IllegalStateException("the servers did not start");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the servers did not stop");
        }
    }
}
