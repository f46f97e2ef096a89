package io.migrator.faults.scenario;

import io.migrator.faults.installation.Installation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is sent and what goes wrong, all of it following from the seed. When a fault meets which row is left to the machine.
 *
 * @param files sent all at once; a record may be in several of them, with other values
 * @param faults one after another
 */
public record Scenario(long seed, List<Plan> files, List<Fault> faults) {

    private static final int LEAST_KILLS = 4;
    private static final int FAULTS = 6;
    private static final int LONGEST_HOLD_MILLIS = 14_000;

    /**
     * What an operator means to do with a file.
     *
     * @param isCancelled whether it is cancelled half way
     */
    public record Plan(SentFile file, boolean isCancelled) {}

    public Scenario {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** The scenario of a seed. */
    public static Scenario of(long seed) {
        Random random = new Random(seed * 7919 + 17);
        List<String> tenants = new ArrayList<>(Installation.TENANTS);
        Collections.shuffle(tenants, random);
        List<Plan> files = new ArrayList<>();
        for (String tenant : tenants.subList(0, 2)) {
            files.addAll(filesOf(tenant, "s" + seed + "-" + tenant, random));
        }
        Collections.shuffle(files, random);
        return new Scenario(seed, files, faults(random));
    }

    private static List<Plan> filesOf(String tenant, String prefix, Random random) {
        int customers = 60 + random.nextInt(random.nextInt(4) == 0 ? 2_500 : 600);
        List<String> keys =
                IntStream.range(0, customers).mapToObj(n -> prefix + "-c" + n).toList();
        List<Plan> files = new ArrayList<>();
        files.add(plan(tenant, prefix + "-first", FileKind.CUSTOMER_DETAILS, keys, keys, random));
        List<String> some = new ArrayList<>(keys);
        Collections.shuffle(some, random);
        some = new ArrayList<>(some.subList(0, customers / 2));
        IntStream.range(0, 20).mapToObj(n -> prefix + "-n" + n).forEach(some::add);
        files.add(plan(tenant, prefix + "-second", FileKind.CUSTOMER_DETAILS, some, keys, random));
        for (FileKind kind : List.of(FileKind.CUSTOMER_NOTES, FileKind.PAYMENT_METHODS, FileKind.TICKET_HISTORY)) {
            if (random.nextInt(3) > 0) {
                String name = prefix + "-" + kind.table();
                List<String> records = IntStream.range(0, 20 + random.nextInt(400))
                        .mapToObj(n -> name + n)
                        .toList();
                // one customer that nobody sends, so that there are refusals
                List<String> known = new ArrayList<>(keys);
                known.add(prefix + "-nobody");
                files.add(plan(tenant, name, kind, records, known, random));
            }
        }
        return files;
    }

    private static Plan plan(
            String tenant, String name, FileKind kind, List<String> records, List<String> customers, Random random) {
        List<List<String>> rows = records.stream()
                .map(record -> kind.row(random, record, customers.get(random.nextInt(customers.size()))))
                .toList();
        return new Plan(new SentFile(tenant, name, kind, rows), random.nextInt(10) == 0);
    }

    private static List<Fault> faults(Random random) {
        List<Fault> faults = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            faults.add(
                    new Fault(Fault.Kind.KILL_WHILE_STORING, 0, random.nextInt(1_000), 0)); // while all files are sent
        }
        while (faults.size() < FAULTS || faults.stream().mapToInt(Fault::kills).sum() < LEAST_KILLS) {
            faults.add(fault(random));
        }
        return faults;
    }

    private static Fault fault(Random random) {
        Fault.Kind[] kinds = Fault.Kind.values();
        Fault.Kind kind = random.nextInt(3) == 0 ? Fault.Kind.KILL : kinds[random.nextInt(kinds.length)];
        int longest = kind == Fault.Kind.HOLD ? LONGEST_HOLD_MILLIS : 2_000;
        return new Fault(kind, random.nextInt(2_500), random.nextInt(1_000), random.nextInt(longest));
    }
}
