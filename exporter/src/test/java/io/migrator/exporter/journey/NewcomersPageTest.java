package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.exporter.command.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Does what the newcomer's page, docs/exporting.md, says, word by word, so that the page stays true. */
class NewcomersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "exporting.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final String COMMAND = "./migrator exporter ";
    private static final int REFUSALS = 3;
    private static final List<String> TELL_REFUSALS = List.of("run", "report");

    private final RunningService service = RunningService.get();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private record CodeBlock(String language, String text) {}

    private static List<CodeBlock> blocks() throws IOException {
        String page = Files.readString(PAGE);
        String minutes = page.substring(page.indexOf("## Ten minutes"), page.indexOf("## Commands"));
        List<CodeBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(minutes);
        while (matcher.find()) {
            blocks.add(new CodeBlock(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    @Test
    void thePageLeadsToMigratedCustomers() throws IOException {
        Files.writeString(directory.resolve("password"), "ann");
        String account = "";
        int commands = 0;
        for (CodeBlock block : blocks()) {
            switch (block.language()) {
                case "yaml" ->
                    assertThat(here(Files.readString(directory.resolve("sample/crm.yaml"))))
                            .isEqualTo(block.text());
                case "diff" -> edit(block.text());
                default -> {
                    if (block.text().startsWith(COMMAND)) {
                        for (String line : block.text().lines().toList()) {
                            run(line.substring(COMMAND.length()));
                            commands++;
                        }
                        account = out.toString().startsWith("run 1") ? out.toString() : account;
                    } else if (!block.text().startsWith("./migrator start")) {
                        compare(account, block.text());
                    }
                }
            }
        }
        assertThat(commands).isEqualTo(7);
        assertThat(Files.readAllLines(
                        directory.resolve("exporter-store/sample-crm/run-1/results/CUSTOMER_DETAILS-1-1.csv")))
                .hasSize(1 + 295)
                .filteredOn(line -> line.contains("client1@example.com"))
                .hasSize(1);
        assertThat(service.target()
                        .queryForObject(
                                "select count(*) from crm.customers where tenant = 'acme' and external_id between '10001' and '10300'",
                                Long.class))
                .isEqualTo(295);
    }

    /** What the page's reader has instead of the test's places. */
    private String here(String text) {
        return text.replace(directory + "/sample", "sample")
                .replace(service.url(), "http://localhost:8080")
                .replace("user: ann", "user: admin")
                .replace(directory + "/password", "data/admin-password");
    }

    private void run(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ")) {
            arguments.add(word.startsWith("sample/") ? directory.resolve(word).toString() : word);
        }
        String name = arguments.get(0);
        if (name.equals("sample")) {
            arguments.addAll(List.of(
                    directory.resolve("sample").toString(),
                    "--service",
                    service.url(),
                    "--user",
                    "ann",
                    "--password-file",
                    directory.resolve("password").toString()));
        } else {
            arguments.addAll(
                    List.of("--store", directory.resolve("exporter-store").toString()));
        }
        out.getBuffer().setLength(0);
        CommandLine line = CommandLines.main();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(arguments.toArray(String[]::new)))
                .as(() -> command + "\n" + err + "\n" + out)
                .isEqualTo(TELL_REFUSALS.contains(name) ? REFUSALS : 0);
    }

    /** Puts each line with a plus in the place of the line with a minus before it; what follows on the line is a comment. */
    private void edit(String changes) throws IOException {
        Path file = directory.resolve("sample/mine.yaml");
        String text = Files.readString(file);
        List<String> lines = changes.lines().toList();
        for (int i = 0; i < lines.size(); i += 2) {
            String from = lines.get(i).substring(1);
            assertThat(lines.get(i)).startsWith("-");
            assertThat(lines.get(i + 1)).startsWith("+");
            assertThat(text).contains(from + " #");
            text = text.replaceFirst(
                    Pattern.quote(from) + ".*",
                    Matcher.quoteReplacement(lines.get(i + 1).substring(1)));
        }
        Files.writeString(file, text);
    }

    /** Up to where the page shortens a line. */
    private static void compare(String account, String shown) {
        for (String line : shown.lines().toList()) {
            assertThat(account).contains(line.contains("…") ? line.substring(0, line.indexOf('…')) : line);
        }
    }
}
