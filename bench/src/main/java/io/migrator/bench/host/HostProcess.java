package io.migrator.bench.host;

import io.migrator.bench.measure.CpuTime;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.process.ChildProcess;
import io.migrator.bench.process.JavaCommand;
import io.migrator.bench.process.ServerPid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process with a PostgreSQL and a Kafka broker that does jobs and says how long each took. Not safe for several threads. */
public final class HostProcess implements AutoCloseable {

    private final ChildProcess process;
    private final Path data;
    private final Servers servers;

    private HostProcess(ChildProcess process, Path data, Servers servers) {
        this.process = process;
        this.data = data;
        this.servers = servers;
    }

    /** Starts it and comes back when the servers serve. */
    public static HostProcess start(List<String> javaOptions, Path data, Path log) {
        List<String> options = new ArrayList<>(javaOptions);
        options.add("-Dlogback.configurationFile=bench-logback.xml");
        ChildProcess process = ChildProcess.startTalking(
                JavaCommand.ofOwn(HostMain.class, options).with(List.of(data.toString())), log);
        try {
            List<String> words = answer(process, HostMain.READY);
            return new HostProcess(process, data, new Servers(words.get(0), words.get(1), words.get(2), words.get(3)));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Its servers. */
    public Servers servers() {
        return servers;
    }

    /** Has a job done; the time is the job's own, as the process itself measures it. */
    public Measured run(String job, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(job));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Stopwatch watch = Stopwatch.start(cpu());
        try {
            BufferedWriter input = process.input();
            input.write(String.join(HostMain.SEPARATOR, words) + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long nanos = Long.parseLong(answer(process, HostMain.DONE).get(0));
        return new Measured(nanos / 1e9, watch.read().cpuSeconds());
    }

    private static List<String> answer(ChildProcess process, String expected) {
        try {
            String line = process.output().readLine();
            if (line == null) {
                throw process.ended();
            }
            List<String> words = List.of(line.split(HostMain.SEPARATOR, -1));
            if (!words.get(0).equals(expected)) {
                throw new IllegalStateException(line);
            }
            return words.subList(1, words.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU time of the process and of its PostgreSQL. */
    public CpuTime cpu() {
        return new CpuTime(List.of(process::pid)).and(databaseCpu());
    }

    /** CPU time of its PostgreSQL alone. */
    public CpuTime databaseCpu() {
        Path postgres = data.resolve("postgres/data/postmaster.pid");
        return new CpuTime(List.of(() -> ServerPid.read(postgres)));
    }

    /** Ends it, servers included. */
    @Override
    public void close() {
        try {
            process.input().close(); // the end of its input is what it ends in order upon
        } catch (IOException e) {
            // it has ended already
        }
        process.awaitEnd();
        process.close();
    }
}
