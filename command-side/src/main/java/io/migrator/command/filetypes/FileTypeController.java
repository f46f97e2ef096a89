package io.migrator.command.filetypes;

import io.migrator.api.Rejection;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.TableSchema;
import io.migrator.api.filetypes.Template;
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

/** Shows the file types as Table Schema describes tables, and hands out templates. */
@RestController
@RequestMapping("/api/v1/file-types")
class FileTypeController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

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
        String name = spec.name().toLowerCase(Locale.ROOT) + "-template.csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Template.of(spec).getBytes(StandardCharsets.UTF_8));
    }

    private FileTypeSpec find(String name) {
        return types.find(name)
                .orElseThrow(() -> new Rejection(
                        Rejection.Kind.NOT_FOUND, "FILE_TYPE_NOT_FOUND", "There is no file type of this name."));
    }
}
