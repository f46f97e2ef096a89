package io.migrator.api.filetypes.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.rules.CellRule;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DocumentationPageTest {

    static Stream<FileTypeSpec> types() {
        return SampleTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePageSaysAllThatTheTypeSaysOfItself(FileTypeSpec type) throws Exception {
        String text = parsed(type).getDocumentElement().getTextContent();

        assertThat(text).contains(type.name(), type.title(), type.description());
        for (ColumnSpec column : type.columns()) {
            assertThat(text).contains(column.name(), column.description());
            assertThat(text).contains(column.type().description());
            assertThat(column.rules()).extracting(CellRule::description).allMatch(text::contains);
            assertThat(column.examples()).allMatch(text::contains);
        }
        type.conditions().forEach(rule -> assertThat(text).contains(rule.advice()));
        type.keys().forEach(rule -> assertThat(text).contains(rule.name()));
        assertThat(text).contains(GeneratedColumn.names());
        for (ViolationCode code : ViolationCode.values()) {
            assertThat(text).contains(code.name(), code.meaning());
        }
    }

    /** Well-formed to an XML parser, the element without an end aside: nothing of a text got in as markup. */
    private static Document parsed(FileTypeSpec type) throws Exception {
        String page = DocumentationPage.of(type);
        assertThat(page).startsWith("<!DOCTYPE html>");
        String xml = page.substring(page.indexOf("<html")).replace("<meta charset=\"utf-8\">", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void whatLooksLikeMarkupIsShownAsItIsWritten() {
        assertThat(DocumentationPage.of(SampleTypes.ADDED))
                .contains("<h1>Parcels &amp; &lt;letters&gt;</h1>")
                .contains("&lt;fragile&gt;")
                .contains("What&#39;s on it")
                .doesNotContain("<fragile>", "<letters>");
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingOnThePageRunsOrLeadsElsewhere(FileTypeSpec type) {
        assertThat(DocumentationPage.of(type))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("href=")
                .doesNotContainIgnoringCase("style=");
    }
}
