package io.migrator.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The production layout is read here, not run: tests have no container engine. */
@SuppressWarnings("unchecked")
class ContainerFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern INSTRUCTION =
            Pattern.compile("(FROM|RUN|WORKDIR|COPY|USER|EXPOSE|ENTRYPOINT|CMD)( .+)");

    private final Map<String, Object> compose = compose();
    private final Map<String, Map<String, Object>> services =
            (Map<String, Map<String, Object>>) compose.get("services");

    @Test
    void the_layout_has_the_service_the_consumer_and_what_they_need() {
        assertThat(services.keySet()).contains("postgres", "crm-postgres", "kafka", "topics", "service", "consumer");
        for (String server : List.of("postgres", "crm-postgres", "kafka", "service")) {
            assertThat(services.get(server)).as(server).containsKeys("healthcheck", "restart");
        }
    }

    @Test
    void whoever_is_waited_for_is_there_and_can_meet_the_condition() {
        services.forEach((name, service) -> {
            Map<String, Map<String, Object>> needed =
                    (Map<String, Map<String, Object>>) service.getOrDefault("depends_on", Map.of());
            needed.forEach((other, condition) -> {
                assertThat(services).as(name).containsKey(other);
                if ("service_healthy".equals(condition.get("condition"))) {
                    assertThat(services.get(other)).as(other).containsKey("healthcheck");
                }
            });
        });
    }

    @Test
    void every_named_volume_is_declared() {
        Map<String, Object> volumes = (Map<String, Object>) compose.get("volumes");
        services.forEach((name, service) -> {
            List<String> mounts = (List<String>) service.getOrDefault("volumes", List.of());
            assertThat(mounts).allSatisfy(mount -> assertThat(volumes).containsKey(mount.split(":")[0]));
        });
    }

    @Test
    void secrets_come_from_the_environment_and_are_asked_for_when_missing() {
        services.forEach((name, service) -> {
            Map<String, String> environment = (Map<String, String>) service.getOrDefault("environment", Map.of());
            environment.forEach((key, value) -> {
                if (key.endsWith("PASSWORD")) {
                    assertThat(value).as(key).matches("\\$\\{[A-Z_]+:\\?.+}");
                }
            });
        });
    }

    @Test
    void no_port_is_open_to_other_machines() {
        services.values().forEach(service -> assertThat((List<String>) service.getOrDefault("ports", List.of()))
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "crm-consumer/Dockerfile"})
    void an_image_is_built_of_what_the_build_makes_and_does_not_run_as_root(String file) throws IOException {
        List<String> instructions = Files.readString(ROOT.resolve(file))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(instructions).allMatch(line -> INSTRUCTION.matcher(line).matches());
        assertThat(instructions).anyMatch(line -> line.startsWith("USER "));
        String jar = instructions.stream()
                .map(Pattern.compile("COPY --from=build /src/(\\S+\\.jar) (\\S+)")::matcher)
                .filter(Matcher::matches)
                .map(copy -> copy.group(1) + " " + copy.group(2))
                .findFirst()
                .orElseThrow();
        assertThat(jar.split(" ")[0]).isIn(jarsOfTheScript());
        assertThat(instructions).anyMatch(line -> line.startsWith("ENTRYPOINT ") && line.contains(jar.split(" ")[1]));
    }

    private static List<String> jarsOfTheScript() throws IOException {
        return Pattern.compile("^\\w+_jar=(.+)$", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("migrator")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Map<String, Object> compose() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(ROOT.resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
