package com.qliento.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.register.Register;
import com.qliento.vault.spi.PersonalRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A package as it is printed, read back. */
class PackagePrintTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final int ALL = 3_000;

    @Test
    void what_is_printed_is_what_the_page_has_with_contents_title_language_and_numbers() throws Exception {
        var content =
                content(Locale.forLanguageTag("es"), List.of(said("¿Dónde está mi año? Ação, Ελλάδα, Привет: 5 €")));

        try (var document = printed(content, ALL)) {
            var text = read(document);
            var about = document.getDocumentInformation();
            var catalog = document.getDocumentCatalog();
            var shown = new PDViewerPreferences(catalog.getViewerPreferences().getCOSObject());

            assertThat(text)
                    .contains("¿Dónde está mi año? Ação, Ελλάδα, Привет: 5 €", "1 dic", "una entrada")
                    .contains("página 1 de 1");
            new PackageText(content).about().forEach(pair -> assertThat(flat(text))
                    .contains(flat(pair.value())));
            assertThat(about.getTitle()).isEqualTo(new PackageText(content).title());
            assertThat(catalog.getLanguage()).isEqualTo("es");
            assertThat(shown.displayDocTitle()).isTrue();
            assertThat(headings(document)).hasSize(2).element(1).asString().contains("Mensajes (1)");
        }
    }

    @Test
    void what_can_not_be_drawn_is_a_box_and_said_to_be_in_the_page() throws Exception {
        var written = "Hi 👨‍👩‍👧‍👦 and 👍🏽, שלום, 你好, \u0000\u200b\uD800 end";

        try (var document = printed(content(Locale.ENGLISH, List.of(said(written), said("plain"))), ALL)) {
            var text = flat(read(document));

            assertThat(text)
                    .contains("Hi □ and □, □□□□, □□, end")
                    .containsOnlyOnce("shown as □ here stands in data.html");
        }
    }

    @Test
    void long_texts_go_on_over_lines_and_pages_and_nothing_of_them_is_lost() throws Exception {
        var word = "x".repeat(500);
        var words = "word ".repeat(3_000) + "last";

        try (var document = printed(content(Locale.ENGLISH, List.of(said(word), said(words), said("a\r\n\nb"))), ALL)) {
            var text = read(document);

            assertThat(document.getNumberOfPages()).isGreaterThan(4);
            assertThat(text.chars().filter(one -> one == 'x').count()).isGreaterThanOrEqualTo(500);
            assertThat(text.split("\\bword\\b", -1)).hasSize(3_001);
            assertThat(text).contains("page 2 of " + document.getNumberOfPages());
        }
    }

    @Test
    void more_than_anybody_prints_ends_and_says_where_all_of_it_is() throws Exception {
        var many = new ArrayList<PersonalRecord>();
        for (int i = 0; i < 200; i++) {
            many.add(said("message " + i));
        }

        try (var document = printed(content(Locale.ENGLISH, many), 3)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 4);
            assertThat(read(document)).contains("ends after 3 pages. All of it stands in data.html");
        }
    }

    private static PersonalRecord said(String text) {
        return new PersonalRecord(
                "message",
                UUID.randomUUID().toString(),
                NOW,
                Map.of("direction", "inbound", "type", "text", "text", text),
                null);
    }

    private static PackageContent content(Locale language, List<PersonalRecord> records) {
        return new PackageContent(
                UUID.randomUUID(),
                NOW,
                language,
                new OtherPeople.Hidden(records, List.of(), List.of()),
                new Register(
                        "Café Olé",
                        NOW,
                        new Register.Controller("Café Olé", "ola@example.org", "", "", "", null),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static PDDocument printed(PackageContent content, int most) throws IOException {
        var out = new ByteArrayOutputStream();
        new PackagePrint(new PackageText(content), most).write(out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String read(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<String> headings(PDDocument document) {
        var titles = new ArrayList<String>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(item.getTitle());
        }
        return titles;
    }
}
