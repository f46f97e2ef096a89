package io.migrator.command.filetypes;

import io.migrator.api.Rejection;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.documents.DocumentationPage;
import io.migrator.api.filetypes.documents.TableSchema;
import io.migrator.api.filetypes.documents.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the file types: as Table Schema describes tables, as pages to read, and as templates to begin with. */
@RestController
@RequestMapping("/api/v1/file-types")
class FileTypeController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final FileTypes types;

    FileTypeController(FileTypes types) {
        this.types = types;
    }

    /** Every type. */
    @GetMapping
    List<Map<String, Object>> all() {
        return types.all().stream().map(TableSchema::of).toList();
    }

    /** One type. */
    @GetMapping("/{type}")
    Map<String, Object> one(@PathVariable("type") String type) {
        return TableSchema.of(find(type));
    }

    /** A file of the type with its header and two example rows. */
    @GetMapping("/{type}/template.csv")
    ResponseEntity<byte[]> template(@PathVariable("type") String type) {
        FileTypeSpec spec = find(type);
        return document(CSV, ContentDisposition.attachment(), fileName(spec, "-template.csv"))
                .body(Template.of(spec).getBytes(StandardCharsets.UTF_8));
    }

    /** The type explained, as a page to read. */
    @GetMapping("/{type}/documentation")
    ResponseEntity<byte[]> documentation(@PathVariable("type") String type) {
        FileTypeSpec spec = find(type);
        return document(HTML, ContentDisposition.inline(), fileName(spec, ".html"))
                .body(DocumentationPage.of(spec).getBytes(StandardCharsets.UTF_8));
    }

    /** The type as a Table Schema, in a file of its own. */
    @GetMapping("/{type}/schema.json")
    ResponseEntity<Map<String, Object>> schema(@PathVariable("type") String type) {
        FileTypeSpec spec = find(type);
        return document(MediaType.APPLICATION_JSON, ContentDisposition.inline(), fileName(spec, "-schema.json"))
                .body(TableSchema.of(spec));
    }

    private static ResponseEntity.BodyBuilder document(
            MediaType type, ContentDisposition.Builder disposition, String fileName) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(fileName).build().toString());
    }

    private static String fileName(FileTypeSpec type, String ending) {
        return type.name().toLowerCase(Locale.ROOT) + ending;
    }

    private FileTypeSpec find(String name) {
        return types.find(name)
                .orElseThrow(() -> new Rejection(
                        Rejection.Kind.NOT_FOUND, "FILE_TYPE_NOT_FOUND", "There is no file type of this name."));
    }
}
