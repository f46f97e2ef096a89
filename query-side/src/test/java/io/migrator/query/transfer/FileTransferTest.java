package io.migrator.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

class FileTransferTest {

    private static final String TAG = "\"v1\"";

    /** Blocks of given contents; empty ones are blocks too. */
    private record Blocks(List<String> contents) implements GeneratedFile {

        @Override
        public String name() {
            return "file.csv";
        }

        @Override
        public String contentType() {
            return "text/csv;charset=UTF-8";
        }

        @Override
        public int blocks() {
            return contents.size();
        }

        @Override
        public Block read(int number) {
            return out -> out.write(contents.get(number).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Blocks TEN = new Blocks(List.of("012", "", "", "3456", "789"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    private MockHttpServletResponse send(GeneratedFile file, String version) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            new FileTransfer(request, response, new KnownOffsets(), Runnable::run)
                    .send(file, Optional.ofNullable(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response;
    }

    private MockHttpServletResponse send() {
        return send(TEN, "v1");
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=0-, 0123456789, bytes 0-9/10",
        "bytes=2-3, 23, bytes 2-3/10",
        "bytes=3-3, 3, bytes 3-3/10",
        "bytes=4-99, 456789, bytes 4-9/10",
        "bytes=9-, 9, bytes 9-9/10",
        "bytes=-1, 9, bytes 9-9/10",
        "bytes=-4, 6789, bytes 6-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10"
    })
    void one_range_is_answered_by_just_that_part(String range, String content, String contentRange) {
        request.addHeader("Range", range);
        MockHttpServletResponse response = send();
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(text(response)).isEqualTo(content);
        assertThat(response.getHeader("Content-Range")).isEqualTo(contentRange);
        assertThat(response.getContentLength()).isEqualTo(content.length());
        assertThat(response.getHeader("ETag")).isEqualTo(TAG);
    }

    @Property
    void any_range_of_any_file_is_that_part_of_the_whole(
            @ForAll @Size(min = 1, max = 20) List<@StringLength(max = 12) String> contents,
            @ForAll @IntRange(max = 300) int from,
            @ForAll @IntRange(max = 300) int length) {
        GeneratedFile file = new Blocks(contents);
        // A content is encoded for itself; what is no whole character is replaced there as it is here.
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        contents.forEach(content -> pieces.writeBytes(content.getBytes(StandardCharsets.UTF_8)));
        byte[] whole = pieces.toByteArray();
        FileTransferTest one = new FileTransferTest();
        one.request.addHeader("Range", "bytes=" + from + "-" + (from + length));
        if (from >= whole.length) {
            assertThatThrownBy(() -> one.send(file, "v1")).isInstanceOf(RangeNotSatisfiable.class);
            return;
        }
        assertThat(one.send(file, "v1").getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + length + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void a_range_after_the_end_is_refused_with_the_length(String range) {
        request.addHeader("Range", range);
        assertThatThrownBy(this::send).isInstanceOfSatisfying(RangeNotSatisfiable.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(416);
            assertThat(refused.getHeaders().getFirst("Content-Range")).isEqualTo("bytes */10");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,4-5",
                "bytes=5-2",
                "bytes=x-",
                "bytes=",
                "lines=0-1",
                "bytes=99999999999999999999-",
                "nonsense"
            })
    void what_is_not_one_range_of_bytes_is_answered_by_the_whole_file(String range) {
        request.addHeader("Range", range);
        MockHttpServletResponse response = send();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("0123456789");
        assertThat(response.getHeader("Content-Range")).isNull();
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void a_range_under_a_condition_counts_for_the_same_file_only() {
        request.addHeader("Range", "bytes=8-");
        request.addHeader("If-Range", TAG);
        assertThat(text(send())).isEqualTo("89");
        MockHttpServletResponse changed = send(TEN, "v2");
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(text(changed)).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"v1\"", "\"v1-gzip\"", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void a_weak_tag_another_form_or_a_date_is_no_such_condition(String condition) {
        request.addHeader("Range", "bytes=8-");
        request.addHeader("If-Range", condition);
        assertThat(text(send())).isEqualTo("0123456789");
    }

    @Test
    void who_has_the_file_does_not_get_it_again() {
        request.addHeader("If-None-Match", "\"other\", " + TAG);
        MockHttpServletResponse response = send();
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("ETag")).isEqualTo(TAG);
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(send(TEN, "v2").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void who_asks_for_nothing_that_exists_gets_nothing(String method) {
        request.setMethod(method);
        request.addHeader("If-None-Match", "*");
        MockHttpServletResponse response = send();
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("ETag")).isEqualTo(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {TAG, "*", "\"other\", \"v1\"", "\"a,b\",\"v1\""})
    void who_asks_for_this_state_of_the_file_gets_it(String condition) {
        request.addHeader("If-Match", condition);
        assertThat(text(send())).isEqualTo("0123456789");
        request.addHeader("Range", "bytes=8-");
        assertThat(text(send())).isEqualTo("89");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "W/\"v1\"", "\"v1-gzip\"", "v1", "", "\"x,\"v1\"\""})
    void who_asks_for_another_state_of_the_file_is_refused(String condition) {
        request.addHeader("If-Match", condition);
        assertRefused("v1");
        request.addHeader("Range", "bytes=8-");
        assertRefused("v1");
        request.setMethod("HEAD");
        assertRefused("v1");
    }

    @Test
    void a_file_that_is_changing_has_no_state_to_ask_for() {
        request.addHeader("If-None-Match", "*");
        assertThat(text(send(TEN, null))).isEqualTo("0123456789");
        request.addHeader("If-Match", "*");
        assertThat(text(send(TEN, null))).isEqualTo("0123456789");
        request.removeHeader("If-Match");
        request.addHeader("If-Match", TAG);
        assertRefused(null);
    }

    private void assertRefused(String version) {
        assertThatThrownBy(() -> send(TEN, version))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(412));
    }

    @Test
    void the_compressed_form_has_a_tag_of_its_own() throws IOException {
        request.addHeader("Accept-Encoding", "gzip");
        MockHttpServletResponse response = send();
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("ETag")).isEqualTo("\"v1-gzip\"");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("0123456789");
        request.addHeader("If-None-Match", "\"v1-gzip\"");
        assertThat(send().getStatus()).isEqualTo(304);
    }

    @Test
    void a_part_is_one_of_the_uncompressed_form() {
        request.addHeader("Accept-Encoding", "gzip");
        request.addHeader("Range", "bytes=5-6");
        MockHttpServletResponse response = send();
        assertThat(text(response)).isEqualTo("56");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("ETag")).isEqualTo(TAG);
    }

    @Test
    void who_does_not_take_the_uncompressed_form_gets_no_part_of_it() {
        request.addHeader("Accept-Encoding", "gzip, identity;q=0");
        request.addHeader("Range", "bytes=5-6");
        assertThat(send().getHeader("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void who_takes_no_form_at_all_is_told_so() {
        request.addHeader("Accept-Encoding", "*;q=0");
        assertThatThrownBy(this::send).isInstanceOfSatisfying(ResponseStatusException.class, refused -> assertThat(
                        refused.getStatusCode().value())
                .isEqualTo(406));
    }

    @Test
    void a_question_for_the_headers_is_answered_with_the_length_and_nothing_else() {
        request.setMethod("HEAD");
        request.addHeader("Range", "bytes=5-6");
        MockHttpServletResponse response = send();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentLength()).isEqualTo(10);
        assertThat(response.getHeader("ETag")).isEqualTo(TAG);
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_file_that_is_changing_comes_whole_and_without_a_tag() {
        request.addHeader("Range", "bytes=5-6");
        request.addHeader("If-None-Match", TAG);
        MockHttpServletResponse response = send(TEN, null);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("0123456789");
        assertThat(response.getHeader("ETag")).isNull();
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("none");
    }
}
