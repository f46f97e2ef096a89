package io.migrator.exporter.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.migrator.exporter.filetype.ServiceTypes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Answers as the service does, but for uploads, which it treats as it is told: what a sound service never does. */
final class StandInService implements AutoCloseable {

    /** What becomes of an upload. */
    interface Uploads {

        /** @param number of the upload, from 1 */
        void answer(HttpExchange exchange, int number, String csv) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final String types = ServiceTypes.answer().toString();
    private Uploads uploads = this::accept;
    private String violations = "";
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Map<Integer, Long> rows = new ConcurrentHashMap<>();
    private int number;

    StandInService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/me", exchange -> send(exchange, 200, "{\"tenant\":\"acme\"}"));
        server.createContext("/api/v1/file-types", exchange -> send(exchange, 200, types));
        server.createContext("/api/v1/uploads", this::upload);
        server.start();
    }

    private void upload(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, "{\"items\":[" + violations + "]}");
            return;
        }
        String csv = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int of;
        synchronized (this) {
            of = ++number;
        }
        uploads.answer(exchange, of, csv);
    }

    /** One key is one upload, however often it comes. */
    void accept(HttpExchange exchange, int of, String csv) throws IOException {
        Integer before = taken.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), of);
        if (before == null) {
            accepted.add(csv);
            rows.put(of, records(csv));
        }
        send(exchange, 201, "{\"id\":\"up-" + (before == null ? of : before) + "\",\"rowCount\":" + records(csv) + "}");
    }

    /** Behind the header; a cell may hold line ends. */
    private static long records(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            return parser.stream().count() - 1;
        }
    }

    /** @param items of violations, as JSON */
    void refuse(HttpExchange exchange, int of, String items) throws IOException {
        violations = items;
        send(exchange, 422, "{\"code\":\"FILE_REJECTED\",\"uploadId\":\"up-" + of + "\"}");
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    void uploads(Uploads how) {
        this.uploads = how;
    }

    /** How many rows it has taken under an upload's id; none under one that it does not know. */
    long rows(String uploadId) {
        int of = uploadId.startsWith("up-") ? Integer.parseInt(uploadId.substring("up-".length())) : 0;
        return rows.getOrDefault(of, 0L);
    }

    /** How many in all. */
    long rows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The files that were accepted. */
    List<String> accepted() {
        return accepted;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
