package com.qliento.ui.shell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void every_language_has_words_for_everything(String language) throws IOException {
        var english = texts("");

        var other = texts("_" + language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void a_number_is_said_as_people_say_it() {
        var words = new Words();

        assertThat(words.getTranslation("home.parked", Locale.ENGLISH, 1)).isEqualTo("One message waits for a person");
        assertThat(words.getTranslation("home.parked", Locale.forLanguageTag("es-MX"), 3))
                .isEqualTo("3 mensajes esperan a una persona");
        assertThat(words.getTranslation("home.today", Locale.FRENCH)).isEqualTo("Messages today");
    }

    /** Each once: a language may need another number of forms of the same word. */
    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(toSet());
    }

    private static Properties texts(String suffix) throws IOException {
        var texts = new Properties();
        for (var bundle : List.of("Texts", "Conversations", "Rules", "Refusals")) {
            try (var file = WordsTest.class.getResourceAsStream("/ui/" + bundle + suffix + ".properties")) {
                texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
