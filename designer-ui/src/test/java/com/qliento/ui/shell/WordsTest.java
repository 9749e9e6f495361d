package com.qliento.ui.shell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.block.Blocks;
import com.qliento.bpmn.FlowReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*([\\w-]+)");

    /** Every bundle there is, by its English file. */
    static Stream<String> bundles() {
        return Bundles.files().keySet().stream().filter(name -> !name.contains("_"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_words_for_everything(String bundle) {
        var english = file(bundle);

        for (var language : List.of("es", "pt")) {
            var other = file(bundle + "_" + language);

            assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(other.getProperty(key)).as(key).isNotBlank();
                assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    @Test
    void a_key_is_in_one_bundle_only() {
        var home = new HashMap<String, String>();

        bundles().forEach(bundle -> file(bundle).stringPropertyNames().forEach(key -> assertThat(home.put(key, bundle))
                .as("%s is in %s too", key, bundle)
                .isNull()));

        assertThat(home.values()).contains("Shell", "Flow", "Board", "Table", "Conversation", "Refusals");
    }

    @Test
    void every_file_is_in_a_language_there_is() {
        var suffixes = Bundles.files().keySet().stream()
                .filter(name -> name.contains("_"))
                .map(name -> name.substring(name.indexOf('_') + 1))
                .collect(toSet());

        assertThat(suffixes)
                .isEqualTo(Bundles.LANGUAGES.stream()
                        .skip(1)
                        .map(Locale::getLanguage)
                        .collect(toSet()));
    }

    @Test
    void a_number_is_said_as_people_say_it() {
        var words = new Words();

        assertThat(words.getTranslation("home.parked", Locale.ENGLISH, 1)).isEqualTo("One message waits for a person");
        assertThat(words.getTranslation("home.parked", Locale.forLanguageTag("es-MX"), 3))
                .isEqualTo("3 mensajes esperan a una persona");
        assertThat(words.getTranslation("home.today", Locale.FRENCH)).isEqualTo("Messages today");
    }

    @Test
    void a_board_gets_its_words_with_its_set_up_as_they_stand() {
        var none = new Blocks(List.of());
        var setup = new BoardSetup(none, new FlowReader(none)).looking(Locale.forLanguageTag("pt-BR"));

        assertThat(setup).contains("\"close\":\"Fechar\"", "{n}").doesNotContain("board.close");
    }

    /** Each once, sorted: a language may need another number of forms of the same word. */
    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(toSet());
    }

    private static Properties file(String name) {
        return Objects.requireNonNull(Bundles.files().get(name), name);
    }
}
