package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.chat.ChatSet;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTextsTest {

    /** What stays as it is in every language: values in braces, FEEL with the words it reads, durations, limits, signs. */
    private static final Pattern UNTRANSLATED = Pattern.compile(
            "\\{\\{.*?}}|string length\\(answer\\) > 2|\"answer\"|FEEL|number\\(quantity\\) \\* 2\\.5|PT?\\d+[A-Z]|\\d+|[|#_]");

    /** The words that all sets share, and those of each set. */
    private static final String SHARED = "/com/qliento/block/Blocks";

    private static final String CHAT = "/com/qliento/chat/Blocks";

    private static final String MAIL = "/com/qliento/mail/Blocks";
    private static final String LETTERS = "/com/qliento/mail/Letters";
    private static final String REQUEST = "/com/qliento/request/Blocks";

    @ParameterizedTest
    @CsvSource({
        SHARED + ", es",
        SHARED + ", pt",
        CHAT + ", es",
        CHAT + ", pt",
        MAIL + ", es",
        MAIL + ", pt",
        LETTERS + ", es",
        LETTERS + ", pt",
        REQUEST + ", es",
        REQUEST + ", pt"
    })
    void every_language_has_exactly_the_keys_of_the_english_texts_and_none_is_blank(String set, String language)
            throws Exception {
        var translated = read(set, "_" + language);

        assertThat(translated.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read(set, "").stringPropertyNames());
        assertThat(translated.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        SHARED + ", es",
        SHARED + ", pt",
        CHAT + ", es",
        CHAT + ", pt",
        MAIL + ", es",
        MAIL + ", pt",
        LETTERS + ", es",
        LETTERS + ", pt",
        REQUEST + ", es",
        REQUEST + ", pt"
    })
    void values_expressions_durations_and_limits_are_the_same_in_every_language(String set, String language)
            throws Exception {
        var english = read(set, "");
        var translated = read(set, "_" + language);

        for (String key : english.stringPropertyNames()) {
            assertThat(untranslated(translated.getProperty(key, "")))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(untranslated(english.getProperty(key)));
        }
    }

    @Test
    void a_person_sees_the_blocks_in_the_language_of_the_country_they_live_in() {
        Block ask = ChatSet.blocks().find("ask-choice").orElseThrow();

        assertThat(ask.label(new Locale("es", "MX"))).isEqualTo("Pedir una elección");
        assertThat(ask.label(new Locale("pt", "BR"))).isEqualTo("Pedir uma escolha");
        assertThat(ask.label(Locale.ENGLISH)).isEqualTo("Ask for a choice");
    }

    private static List<String> untranslated(String text) {
        return UNTRANSLATED.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties read(String set, String language) throws IOException {
        var name = set + language + ".properties";
        try (var stream = BlockTextsTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            var texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
