package io.migrator.exporter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    private static final String SOUND = """
            source: legacy
            connection:
              url: jdbc:postgresql://127.0.0.1/legacy
              user: reader
              password: ${env:LEGACY_PASSWORD}
            service:
              url: http://127.0.0.1:8080
              user: admin
              password: ${file:secret}
            zone: Australia/Sydney
            types:
              CUSTOMER_DETAILS:
                table: crm.customer
                where: deleted = false
                key: id
                changed: updated_at
                columns:
                  EXTERNAL_ID: id
                  FIRST_NAME: {from: first_name, then: [trim: true, case: title]}
                  ADDRESS_LINE_1: {from: [street, house], then: [concat: ' ']}
                  ACCOUNT_STATUS: {constant: ACTIVE}
            """;

    @TempDir
    Path directory;

    private SourceFile read(String text) throws IOException {
        return SourceFiles.read(Files.writeString(directory.resolve("legacy.yaml"), text));
    }

    @Test
    void aSoundFileIsRead() throws IOException {
        SourceFile source = read(SOUND);

        SourceFile.Type type = source.types().get("CUSTOMER_DETAILS");
        assertThat(type.key()).containsExactly("id");
        assertThat(type.sourceColumns()).containsExactly("id", "first_name", "street", "house");
        assertThat(type.columns().get("FIRST_NAME").steps())
                .containsExactly(Map.of("trim", true), Map.of("case", "title"));
        assertThat(type.columns().get("ACCOUNT_STATUS").constant()).isEqualTo("ACTIVE");
        assertThat(source.zoneOrDefault().getId()).isEqualTo("Australia/Sydney");
    }

    @Test
    void mistakesNameLineAndKey() {
        assertThatThrownBy(() -> read(SOUND.replace("    key: id\n", "")))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("legacy.yaml:12")
                .hasMessageContaining("key");
        assertThatThrownBy(() -> read(SOUND.replace("changed:", "chnaged:")))
                .hasMessageContaining("legacy.yaml:")
                .hasMessageContaining("chnaged");
        assertThatThrownBy(() -> read(SOUND.replace("case: title", "case: tiltle")))
                .hasMessageContaining("legacy.yaml:19");
        assertThatThrownBy(() -> read("source: [")).hasMessageContaining("legacy.yaml:");
    }

    @Test
    void aSecretStandsElsewhere() throws IOException {
        assertThatThrownBy(() -> read(SOUND.replace("${env:LEGACY_PASSWORD}", "hunter2")))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("legacy.yaml:5")
                .hasMessageNotContaining("hunter2");
        Path file = Files.writeString(directory.resolve("secret"), "from a file\n");
        assertThat(new Secret("${file:" + file + "}").value(Map.of())).isEqualTo("from a file");
        assertThat(new Secret("${env:A}").value(Map.of("A", "b"))).isEqualTo("b");
        assertThatThrownBy(() -> new Secret("${env:A}").value(Map.of())).hasMessageContaining("A is not set");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> read(SOUND.replace("zone:", "source: other\nzone:")))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("twice");
    }
}
