package io.migrator.exporter.source;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads descriptions of sources and holds them against the published schema, {@code source.schema.json}. */
public final class SourceFiles {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

    private SourceFiles() {}

    /** @throws SourceFileException naming line and key of every mistake */
    public static SourceFile read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SourceFileException(file + " cannot be read; is it there, and in UTF-8?");
        }
        YamlDocument document = YamlDocument.parse(file.getFileName().toString(), text);
        String mistakes = schema().validate(document.json()).stream()
                .map(mistake -> place(document, mistake) + mistake.getError())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!mistakes.isEmpty()) {
            throw new SourceFileException(mistakes);
        }
        try {
            return JSON.treeToValue(document.json(), SourceFile.class);
        } catch (IOException e) {
            throw new SourceFileException(file.getFileName() + ": "
                    + Objects.toString(e.getMessage(), "").lines().findFirst().orElse("it cannot be understood"));
        }
    }

    private static String place(YamlDocument document, ValidationMessage mistake) {
        return document.place(mistake.getInstanceLocation().toString());
    }

    private static JsonSchema schema() {
        try (InputStream schema = SourceFiles.class.getResourceAsStream("/source.schema.json")) {
            JsonNode node = JSON.readTree(Objects.requireNonNull(schema, "source.schema.json is missing"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(node, POINTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
