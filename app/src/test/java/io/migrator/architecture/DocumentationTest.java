package io.migrator.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The documents against the code: links, settings and codes. */
class DocumentationTest {

    private static final Path ROOT = root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern REJECTION_CODE = Pattern.compile(
            "Rejection\\(\\s*(?:Rejection\\.)?Kind\\.\\w+,\\s*\"(\\w+)\"|super\\(\\s*Kind\\.\\w+,\\s*\"(\\w+)\"");
    private static final Pattern PROBLEM_CODE =
            Pattern.compile("HttpStatus\\.\\w+,\\s*\"([A-Z_]+)\"|bad\\(\"([A-Z_]+)\"");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://")) {
                    links++;
                    if (!Files.exists(document.resolveSibling(target))) {
                        broken.add(ROOT.relativize(document) + " -> " + target);
                    }
                }
            }
        }
        assertThat(links).isPositive();
        assertThat(broken).isEmpty();
    }

    @Test
    void everySettingStandsInTheReadme() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Set<String> settings = settings();

        assertThat(settings).contains("migrator.stall-timeout", "migrator.security.jwt.tenant-claim");
        assertThat(settings).allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    @Test
    void everyCodeOfARefusalStandsInTheListOfCodes() throws IOException {
        String list = Files.readString(ROOT.resolve("docs/error-codes.md"));
        Set<String> codes = codesInSources();

        assertThat(codes).contains("UPLOAD_NOT_FOUND", "FILE_REJECTED", "INTERNAL", "UNAUTHENTICATED");
        assertThat(codes).allSatisfy(code -> assertThat(list).contains("`" + code + "`"));
        assertThat(ViolationCode.values()).allSatisfy(code -> assertThat(list).contains("`" + code.name() + "`"));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> found = new ArrayList<>(
                    docs.filter(path -> path.toString().endsWith(".md")).toList());
            found.add(ROOT.resolve("README.md"));
            return found;
        }
    }

    private static Set<String> settings() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.migrator");
        Set<String> keys = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix =
                        type.getAnnotationOfType(ConfigurationProperties.class).value();
                if (prefix.startsWith("migrator")) {
                    collect(prefix, type.reflect(), keys);
                }
            }
        }
        return keys;
    }

    private static void collect(String prefix, Class<?> settings, Set<String> keys) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String key = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            boolean isNested = component.getType().isRecord()
                    && component.getType().getPackageName().startsWith("io.migrator");
            if (isNested) {
                collect(key, component.getType(), keys);
            } else {
                keys.add(key);
            }
        }
    }

    private static Set<String> codesInSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("api", "command-side", "saga", "query-side", "app")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    String text = Files.readString(source);
                    Stream.of(REJECTION_CODE, PROBLEM_CODE)
                            .flatMap(pattern -> pattern.matcher(text).results())
                            .map(DocumentationTest::group)
                            .forEach(codes::add);
                }
            }
        }
        return codes;
    }

    private static String group(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
