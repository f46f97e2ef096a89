package io.migrator.query.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A CSV file as the answer to a request, to be saved by the client. */
public final class CsvResponse {

    private static final int LONGEST_NAME = 120;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private CsvResponse() {}

    /**
     * Sets the headers and opens the body, in UTF-8.
     *
     * @param uploadName the name under which the file was sent; what is unsafe in a name is replaced
     * @param suffix says what it is
     */
    public static Writer open(HttpServletResponse response, String uploadName, String suffix) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name(uploadName, suffix), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static String name(String uploadName, String suffix) {
        String base =
                UNSAFE.matcher(EXTENSION.matcher(uploadName).replaceFirst("")).replaceAll("_");
        String cut = base.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return (cut.isBlank() || cut.startsWith(".") ? "upload" + cut : cut) + "-" + suffix + ".csv";
    }
}
