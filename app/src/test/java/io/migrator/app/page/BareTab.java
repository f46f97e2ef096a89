package io.migrator.app.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A tab of a browser of its own, as a person has it: nothing in it listens to what the page does. A driver for tests makes the tab
 * keep every answer that the page gets, which would be counted as the page's. For one thread.
 */
final class BareTab implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Those that the browser may use, as {@code taskset} has them; empty for all. */
    private static final String PROCESSORS = System.getProperty("tab.processors", "");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Where a browser says how it can be spoken to, in the folder of its profile. */
    private static final String PORT_FILE = "DevToolsActivePort";
    /** At least as high as what the browser has above the page, in pixels. */
    private static final int WINDOW_FRAME = 200;

    private final Process browser;
    private final WebSocket socket;
    private final BlockingQueue<String> answers;
    private int asked;

    private BareTab(Process browser, WebSocket socket, BlockingQueue<String> answers) {
        this.browser = browser;
        this.socket = socket;
        this.answers = answers;
    }

    static BareTab open(int width, int height) {
        try {
            Path profile = Files.createTempDirectory("bare-tab");
            List<String> command = new ArrayList<>();
            if (!PROCESSORS.isEmpty()) {
                command.addAll(List.of("taskset", "-c", PROCESSORS));
            }
            command.add(Chromium.program());
            command.addAll(Chromium.QUIET);
            command.addAll(List.of(
                    "--headless",
                    // What is outside of it is not drawn, and counts as answered with the next picture.
                    "--window-size=" + width + "," + (height + WINDOW_FRAME),
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile,
                    "about:blank"));
            Process browser = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Path port = profile.resolve(PORT_FILE);
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(port) && Files.size(port) > 0);
            BlockingQueue<String> answers = new LinkedBlockingQueue<>();
            URI address = target(Files.readAllLines(port).get(0));
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, new Listener(answers))
                    .join();
            BareTab tab = new BareTab(browser, socket, answers);
            tab.send(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
            tab.send("Performance.enable", Map.of());
            return tab;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI target(String port) throws IOException {
        try {
            String targets = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JSON.readTree(targets)) {
                if (target.path("type").asText().equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asText());
                }
            }
            throw new IllegalStateException("no tab in " + targets);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Listener(BlockingQueue<String> answers, StringBuilder text) implements WebSocket.Listener {

        Listener(BlockingQueue<String> answers) {
            this(answers, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** A command of the DevTools protocol and its answer. */
    JsonNode send(String method, Map<String, ?> parameters) {
        int id = ++asked;
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode answer = said();
        while (answer.path("id").asInt() != id) {
            answer = said();
        }
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    /** The next that the browser says, of itself or for an answer. */
    private JsonNode said() {
        try {
            String text = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (text == null) {
                throw new IllegalStateException("the browser says nothing");
            }
            return JSON.readTree(text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on what the main thread does is noted, task by task. */
    void note() {
        Map<String, ?> tasks = Map.of("includedCategories", List.of("toplevel"), "excludedCategories", List.of("*"));
        send("Tracing.start", Map.of("transferMode", "ReportEvents", "traceConfig", tasks));
    }

    /**
     * Ends the noting. A task cannot be interrupted: an input waits for the end of the one that runs.
     *
     * @return the processor time that the longest task of the process's main thread has had, in milliseconds
     */
    double longestTask(TabProcess process) {
        send("Tracing.end", Map.of());
        double longest = 0;
        for (JsonNode said = said(); !said.path("method").asText().equals("Tracing.tracingComplete"); said = said()) {
            for (JsonNode event : said.path("params").path("value")) {
                if (event.path("tid").asLong() == process.id()
                        && event.path("name").asText().endsWith("RunTask")) {
                    longest = Math.max(longest, event.path("tdur").asDouble() / 1_000);
                }
            }
        }
        return longest;
    }

    void go(String address) {
        send("Page.navigate", Map.of("url", address));
    }

    /** What an expression has for a value in the page. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /**
     * Waits until there is something.
     *
     * @throws IllegalStateException when it does not come; says what is there instead
     */
    void await(String selector) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions() // while the page is not there yet
                    .until(() -> evaluate("!!document.querySelector(" + quoted(selector) + ")")
                            .asBoolean());
        } catch (ConditionTimeoutException e) {
            String there =
                    evaluate("location.href + '\\n' + document.body.innerText").asText();
            throw new IllegalStateException("no " + selector + " has come; there is " + there, e);
        }
    }

    /** Clicks, with the mouse, where something is; scrolls there before if need be. */
    void click(String selector) {
        JsonNode at = evaluate("(() => { const it = document.querySelector(" + quoted(selector)
                + "); it.scrollIntoViewIfNeeded(); const { x, y, width, height } = it.getBoundingClientRect();"
                + " return [x + width / 2, y + height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path(0).asDouble(),
                            "y",
                            at.path(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Types key by key. */
    void type(String text) {
        text.chars().mapToObj(Character::toString).forEach(key -> press(key, key.charAt(0), key));
    }

    /** @param code of the key, as Windows numbers them */
    void press(String key, int code, String text) {
        send(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        text.isEmpty() ? "rawKeyDown" : "keyDown",
                        "key",
                        key,
                        "windowsVirtualKeyCode",
                        code,
                        "text",
                        text));
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
    }

    /** Without scroll bars, as the others are. */
    void picture(Path file) {
        send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    Base64.getDecoder()
                            .decode(send("Page.captureScreenshot", Map.of())
                                    .path("data")
                                    .asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send("Emulation.setScrollbarsHidden", Map.of("hidden", false));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The process that draws it: it alone works when the page is made to. */
    TabProcess process() {
        return TabProcess.busyIn(
                browser.toHandle(),
                () -> evaluate("(() => { for (const end = performance.now() + 500; performance.now() < end;); })()"));
    }

    @Override
    public void close() {
        socket.abort();
        browser.descendants().forEach(ProcessHandle::destroy);
        browser.destroy();
    }
}
