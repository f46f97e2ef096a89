package io.migrator.bench.measure;

/** Measures how long something takes, and how much the processes that do it work meanwhile. */
public final class Stopwatch {

    private final CpuTime cpu;
    private final double cpuBefore;
    private final long begun;

    private Stopwatch(CpuTime cpu) {
        this.cpu = cpu;
        this.cpuBefore = cpu.seconds();
        this.begun = System.nanoTime();
    }

    /** Begins to measure. */
    public static Stopwatch start(CpuTime cpu) {
        return new Stopwatch(cpu);
    }

    /** What has passed since it was started. */
    public Measured read() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(seconds, Math.max(0, cpu.seconds() - cpuBefore));
    }
}
