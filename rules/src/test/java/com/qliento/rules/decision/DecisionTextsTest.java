package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @CsvSource({
        "decision/Decisions, es",
        "decision/Decisions, pt",
        "policy/Policies, es",
        "policy/Policies, pt",
        "sheet/Sheets, es",
        "sheet/Sheets, pt"
    })
    void a_translation_says_everything_and_uses_no_argument_that_english_has_not(String bundle, String language)
            throws IOException {
        Properties english = read(bundle + ".properties");
        Properties other = read(bundle + "_" + language + ".properties");

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(arguments(english.getProperty(key)))
                .as(key)
                .containsAll(arguments(other.getProperty(key))));
    }

    @Test
    void every_code_has_a_text() throws IOException {
        Properties texts = read("decision/Decisions.properties");
        Pattern code = Pattern.compile("(?:DecisionProblem\\.(?:error|warning)|unreadable)\\(\\s*\"([a-z.-]+[a-z])\"");
        var used = new TreeSet<String>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/com/qliento/rules/decision"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(texts.stringPropertyNames()).containsAll(used);
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (InputStream in = DecisionTextsTest.class.getResourceAsStream("/com/qliento/rules/" + file)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
