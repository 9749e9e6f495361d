package com.qliento.bpmn;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.chat.ChatSet;
import com.qliento.check.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says, it says in every language. */
class FindingTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/com/qliento");

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void every_text_is_there_with_the_same_arguments(String language) {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle other = bundle(Locale.forLanguageTag(language));

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other.getLocale().getLanguage()).isEqualTo(language);
        assertThat(english.keySet()).allSatisfy(key -> assertThat(arguments(other.getString(key)))
                .as(key)
                .isEqualTo(arguments(english.getString(key))));
    }

    @Test
    void every_code_the_rules_use_has_a_text() throws IOException {
        Set<String> used = literals(SOURCES.resolve("check"), "Said\\.of\\(\\s*\"([a-z.-]+)\"");

        used.addAll(literals(SOURCES.resolve("bpmn"), "Said\\.of\\(\\s*\"([a-z.-]+)\""));

        assertThat(used)
                .hasSizeGreaterThan(60)
                .allMatch(key -> !key.endsWith(".")
                        ? FindingTexts.known(key)
                        : bundle(Locale.ENGLISH).keySet().stream().anyMatch(known -> known.startsWith(key)));
    }

    @Test
    void every_code_that_blocks_use_has_a_text_in_the_words_of_their_set() throws IOException {
        Set<String> used = literals(SOURCES.resolve("chat"), "at\\.(?:error|said)\\(\\s*\"([a-z.-]+)\"");

        assertThat(used)
                .contains("unknown-flow", "no-keyword", "decision-inputs")
                .allMatch(key -> chat(Locale.ENGLISH).containsKey("finding." + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void what_blocks_say_has_the_same_arguments_in_every_language(String language) {
        ResourceBundle english = chat(Locale.ENGLISH);
        ResourceBundle other = chat(Locale.forLanguageTag(language));

        assertThat(english.keySet())
                .filteredOn(key -> key.startsWith("finding."))
                .hasSizeGreaterThan(9)
                .allSatisfy(key -> assertThat(arguments(other.getString(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getString(key))));
    }

    @Test
    void every_code_of_the_expressions_has_a_text() throws IOException {
        var rules = Path.of("../rules/src/main/java/com/qliento/rules/feel");
        Set<String> used =
                literals(rules, "(?:refused|ExpressionProblem\\.error|at)\\([^\"()]*\"([a-z]+(?:-[a-z]+)*)\",");

        assertThat(used)
                .contains("unknown-function", "too-deep", "unclosed")
                .allMatch(code -> FindingTexts.known("feel." + code));
    }

    @Test
    void a_spanish_reader_gets_spanish_words_with_the_names_as_they_are_drawn() {
        List<FlowProblem> problems = ChatSet.check()
                .check(
                        around(block("sendTask", "x", "text", "text", "Hi {{ colour }}")),
                        Bpmn.environment(),
                        Locale.forLanguageTag("es-MX"));

        assertThat(problems)
                .singleElement()
                .extracting(FlowProblem::message)
                .isEqualTo("El elemento 'x' (tarea de envío), 'Texto': Nada da un valor a 'colour'. Comprueba cómo está"
                        + " escrito o guarda una respuesta con ese nombre.");
    }

    @Test
    void braces_in_a_name_are_never_read_as_arguments() {
        assertThat(FindingTexts.text("no-id", Locale.ENGLISH, List.of("'{0} $1 \\'")))
                .isEqualTo("'{0} $1 \\' has no id. Give it one.");
    }

    @ParameterizedTest
    @CsvSource({"'es-MX,es;q=0.9,en;q=0.8', es", "pt-BR, pt", "'de,pt;q=0.5', pt", "ja, en", "';;;', en", ", en"})
    void the_language_is_the_best_one_of_the_header(String header, String language) {
        assertThat(FindingTexts.language(header).getLanguage()).isEqualTo(language);
    }

    private static ResourceBundle bundle(Locale language) {
        return bundle("com.qliento.bpmn.Findings", language);
    }

    private static ResourceBundle chat(Locale language) {
        return bundle("com.qliento.chat.Blocks", language);
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(Path folder, String pattern) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
