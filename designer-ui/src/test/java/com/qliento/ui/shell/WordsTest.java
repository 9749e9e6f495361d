package com.qliento.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void every_language_has_words_for_everything(String language) throws IOException {
        var english = texts("");

        var other = texts("_" + language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(other.getProperty(key).contains("{0"))
                    .as(key)
                    .isEqualTo(english.getProperty(key).contains("{0"));
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
