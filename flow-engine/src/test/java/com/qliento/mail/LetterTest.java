package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTest {

    static Stream<Locale> languages() {
        return Stream.of("en", "es", "pt").map(Locale::forLanguageTag);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_letter_of_the_platform_says_the_same_as_text_and_as_html(Locale language) {
        var letter = Letter.tryOut(language);

        for (var paragraph : letter.paragraphs()) {
            assertThat(letter.text()).contains(paragraph);
            assertThat(letter.html()).contains(paragraph);
        }
        assertThat(letter.html())
                .contains("<html lang=\"" + language.toLanguageTag() + "\">", "<h1>" + letter.title() + "</h1>");
        assertThat(letter.text()).startsWith(letter.title()).contains("\n-- \n" + letter.closing());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void it_loads_nothing_and_can_be_read_in_the_dark(Locale language) {
        assertThat(Letter.tryOut(language).html())
                .doesNotContain("http", "url(", "@import", "<img", "<link", "<script", "<!--")
                .contains("color-scheme", "prefers-color-scheme: dark");
    }

    @Test
    void what_somebody_wrote_is_text_with_its_paragraphs_and_lines() {
        var letter =
                Letter.plain("Hi <b>Ann</b> & \"co\"\nline two\r\n\r\n<script>alert(1)</script>\n\n\n{{ secret.crm }}");

        assertThat(letter.paragraphs()).hasSize(3);
        assertThat(letter.html())
                .contains("<p>Hi &lt;b&gt;Ann&lt;/b&gt; &amp; &quot;co&quot;<br>\nline two</p>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
                .contains("<p>{{ secret.crm }}</p>")
                .doesNotContain("<script", "<h1>");
    }

    @Test
    void words_that_look_like_a_place_of_the_look_stay_words() {
        var letter = new Letter(Locale.ENGLISH, "<!--body-->", List.of("<!--closing-->"), "$1 \\");

        assertThat(letter.html()).contains("&lt;!--body--&gt;", "&lt;!--closing--&gt;", "$1 \\");
    }
}
