package io.migrator.query.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameContentTest extends QuerySideTest {

    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00Z");

    private UploadHistory accepted(int second, String content) {
        UploadHistory upload = at(second, content).registered("a.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 1, 1);
        awaitVisible(upload);
        return upload;
    }

    private UploadHistory rejected(int second, String content, String code) {
        UploadHistory upload = at(second, content).rejected("a.csv", Map.of(code, 1L));
        awaitVisible(upload);
        return upload;
    }

    private UploadHistory at(int second, String content) {
        return new UploadHistory(store, tenant, BEGIN.plusSeconds(second)).ofContent(content);
    }

    private String sameAs(UploadHistory upload) {
        return json("/uploads/" + upload.id()).get("sameContentAs").asText(null);
    }

    private static String id(UploadHistory upload) {
        return upload.id().toString();
    }

    @Test
    void an_accepted_upload_names_the_first_earlier_one_that_counts() {
        rejected(0, "aa", "CELL_TYPE");
        UploadHistory cancelled = accepted(10, "aa").cancelled();
        awaitVisible(cancelled);
        UploadHistory first = accepted(20, "aa");
        UploadHistory second = accepted(30, "aa");
        UploadHistory third = accepted(40, "aa");
        UploadHistory other = accepted(50, "bb");
        assertThat(sameAs(first)).isNull();
        assertThat(sameAs(second)).isEqualTo(id(first));
        assertThat(sameAs(third)).isEqualTo(id(first));
        assertThat(sameAs(other)).isNull();
    }

    @Test
    void a_rejected_upload_names_the_first_earlier_one_of_any_kind() {
        UploadHistory first = rejected(0, "aa", "CELL_TYPE");
        accepted(10, "aa");
        UploadHistory last = rejected(20, "aa", "CELL_TYPE");
        assertThat(sameAs(first)).isNull();
        assertThat(sameAs(last)).isEqualTo(id(first));
    }

    @Test
    void of_two_that_came_at_the_same_moment_the_lower_id_is_the_earlier() {
        UploadHistory one = accepted(0, "aa");
        UploadHistory two = accepted(0, "aa");
        UploadHistory earlier = id(one).compareTo(id(two)) < 0 ? one : two;
        UploadHistory later = earlier == one ? two : one;
        assertThat(sameAs(earlier)).isNull();
        assertThat(sameAs(later)).isEqualTo(id(earlier));
    }

    @Test
    void files_that_were_not_read_to_their_end_equal_nothing() {
        rejected(0, "aa", "FILE_TOO_LARGE");
        UploadHistory second = rejected(10, "aa", "FILE_TOO_LARGE");
        assertThat(sameAs(second)).isNull();
    }

    @Test
    void another_tenants_upload_is_never_named() {
        accepted(0, "aa");
        UploadHistory theirs = new UploadHistory(store, "other-" + tenant, BEGIN.plusSeconds(10))
                .ofContent("aa")
                .registered("a.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 1, 1);
        awaitVisible(theirs);
        assertThat(tree(get("other-" + tenant, "/uploads/" + theirs.id()))
                        .get("sameContentAs")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_list_says_the_same_as_each_upload_alone() {
        for (int i = 0; i < 7; i++) {
            accepted(i, i % 3 == 0 ? "aa" : "bb");
        }
        Map<String, JsonNode> listed = new HashMap<>();
        json("/uploads?limit=50")
                .get("items")
                .forEach(upload -> listed.put(upload.get("id").asText(), upload.get("sameContentAs")));
        assertThat(listed).hasSize(7);
        listed.forEach((id, same) ->
                assertThat(json("/uploads/" + id).get("sameContentAs")).isEqualTo(same));
        assertThat(listed.values().stream().filter(same -> !same.isNull())).hasSize(5);
    }
}
