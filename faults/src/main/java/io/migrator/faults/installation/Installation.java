package io.migrator.faults.installation;

import io.migrator.app.launch.Launcher;
import io.migrator.crm.CrmConsumerApplication;
import io.migrator.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The service, the reference target, the broker and the database as processes of their own, with lines between them that can be
 * cut. They stay up until the installation is closed; what ends by itself is started again.
 *
 * <p>Chunks, window and time limits are small, so that files of some hundred rows have a middle and a stall is noticed in seconds.
 */
public final class Installation implements AutoCloseable {

    /** Each has a user of its own name, with that name as the password. */
    public static final List<String> TENANTS = List.of("acme", "globex", "initech");

    private static final String DATABASE_URL = "--spring.datasource.url=";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final long WATCH_MILLIS = 250;
    /** Smaller than any file that is sent, and larger than anything else that the service writes by itself. */
    private static final String FULL_DISK = "2048";

    private final ClassPath classPath;
    private final Database database;
    private final JavaProgram broker;
    private final List<Node> nodes = new ArrayList<>();
    private final JavaProgram target;
    private final CuttableLine toBroker;
    private final CuttableLine serviceToDatabase;
    private final CuttableLine targetToDatabase;
    /** Who breaks the suite off leaves nothing running. */
    private final Thread closing = new Thread(this::end, "close-installation");

    private String serviceDatabase = Database.MIGRATOR;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    /** A node of the service. */
    private record Node(JavaProgram program, URI url) {}

    private Installation(Path directory, int nodeCount) {
        this.classPath = ClassPath.ofTheSuite(directory.resolve("classes"));
        int brokerPort = FreePort.find();
        int databasePort = FreePort.find();
        this.database = new Database(directory.resolve("postgres"), databasePort);
        this.toBroker = new CuttableLine("the broker's clients", FreePort.find(), brokerPort);
        this.serviceToDatabase = new CuttableLine("service and database", FreePort.find(), databasePort);
        this.targetToDatabase = new CuttableLine("target and database", FreePort.find(), databasePort);
        database.restart();
        this.broker = new JavaProgram(
                "broker",
                classPath,
                BrokerMain.class,
                quick("-Xmx256m"),
                List.of(
                        directory.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        Integer.toString(toBroker.port())),
                directory.resolve("broker.log"));
        for (int i = 1; i <= nodeCount; i++) {
            nodes.add(node(directory, nodeCount == 1 ? "service" : "service " + i));
        }
        this.target = new JavaProgram(
                "target",
                classPath,
                CrmConsumerApplication.class,
                quick("-Xmx256m"),
                List.of(
                        "--bootstrap-servers=" + bootstrapServers(),
                        "--jdbc-url=" + database.url(Database.CRM, targetToDatabase.port()),
                        "--jdbc-user=" + database.user(),
                        "--jdbc-password=" + database.password(),
                        "--topic-answers=" + AnswerRelay.TARGET_ANSWERS),
                directory.resolve("target.log"));
    }

    private Node node(Path directory, String name) {
        int port = FreePort.find();
        Path data = directory.resolve(name.replace(' ', '-'));
        JavaProgram program = new JavaProgram(
                name,
                classPath,
                Launcher.class,
                quick("-Xmx512m"),
                serviceArguments(data, port),
                data.resolveSibling(data.getFileName() + ".log"));
        return new Node(program, URI.create("http://127.0.0.1:" + port));
    }

    /**
     * Starts everything below a directory of its own, and comes back when the service serves.
     *
     * @param nodeCount of the service
     */
    public static Installation start(Path directory, int nodeCount) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Installation installation = new Installation(directory, nodeCount);
        Runtime.getRuntime().addShutdownHook(installation.closing);
        try {
            installation.watch.scheduleWithFixedDelay(
                    installation::revive, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
            installation.startPrograms();
            if (installation.classPath.isLearning()) {
                installation.awaitReady();
                installation.programs().forEach(JavaProgram::stop);
                installation.startPrograms();
            }
            installation.awaitReady();
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private void startPrograms() {
        broker.restart();
        ContractTopics.create(bootstrapServers());
        nodes.forEach(node -> node.program().restart());
        target.restart();
    }

    /** All but the database; those that need the broker first. */
    private List<JavaProgram> programs() {
        List<JavaProgram> programs = new ArrayList<>(services());
        programs.addAll(List.of(target, broker));
        return programs;
    }

    /** A JVM that dies young need not be compiled well. */
    private static List<String> quick(String heap) {
        return List.of(
                heap, "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");
    }

    private List<String> serviceArguments(Path data, int port) {
        List<String> arguments = new ArrayList<>(List.of(
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                DATABASE_URL + database.url(Database.MIGRATOR, serviceToDatabase.port()),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers(),
                "--migrator.intake.chunk-size=100",
                "--migrator.window-rows=300",
                "--migrator.stall-timeout=15s",
                "--migrator.staging-timeout=20s",
                "--migrator.intake.claim-duration=5s"));
        for (int i = 0; i < TENANTS.size(); i++) {
            String user = "--migrator.security.users[" + i + "].";
            String tenant = TENANTS.get(i);
            arguments.add(user + "name=" + tenant);
            arguments.add(user + "password={noop}" + tenant);
            arguments.add(user + "tenant=" + tenant);
            arguments.add(user + "authorities=MIGRATOR_ADMIN,MIGRATOR_AUDITOR,MIGRATOR_OPS");
        }
        return arguments;
    }

    private void revive() {
        programs().forEach(JavaProgram::revive);
    }

    /** Waits until every node says that it is ready. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!nodes.stream().allMatch(node -> Health.of(node.url()).isReady())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the service is not ready");
            }
            Pause.millis(100);
        }
    }

    /** Where the nodes of the service answer. */
    public List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** The broker, as every client reaches it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + toBroker.port();
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** All processes, the nodes of the service first. */
    public List<Victim> victims() {
        List<Victim> victims = new ArrayList<>(programs());
        victims.add(database);
        return victims;
    }

    /** The nodes of the service. */
    public List<JavaProgram> services() {
        return nodes.stream().map(Node::program).toList();
    }

    /** A connection to the database that the service is on. */
    public Connection connectToServiceDatabase() throws SQLException {
        return database.connect(serviceDatabase);
    }

    /** Ends every node in order and starts it on another database of the server. */
    public void moveServiceTo(String name) {
        services().forEach(JavaProgram::stop);
        serviceDatabase = name;
        for (JavaProgram node : services()) {
            node.changeArgument(DATABASE_URL, database.url(name, serviceToDatabase.port()));
            node.restart();
        }
        awaitReady();
    }

    /** The broker. */
    public JavaProgram broker() {
        return broker;
    }

    /** What can be cut. */
    public List<CuttableLine> lines() {
        return List.of(toBroker, serviceToDatabase, targetToDatabase);
    }

    /** Whether the service may write files. Not, and a write fails as on a full disk: the part that fits is written. */
    public void letServiceWrite(boolean isAllowed) {
        services().stream()
                .flatMap(service -> service.pids().stream())
                .forEach(pid -> Limits.fileSize(pid, isAllowed ? "unlimited" : FULL_DISK));
    }

    /** How often a process has ended by itself. */
    public int endedByThemselves() {
        return programs().stream().mapToInt(JavaProgram::endedByItself).sum();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
            return; // the hook is at it already
        }
        end();
    }

    private void end() {
        watch.shutdownNow();
        List<AutoCloseable> parts = new ArrayList<>(programs());
        parts.addAll(List.of(database, toBroker, serviceToDatabase, targetToDatabase));
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the installation did not end", e);
            }
        }
    }
}
