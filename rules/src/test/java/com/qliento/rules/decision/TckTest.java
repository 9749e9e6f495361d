package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The DMN Technology Compatibility Kit, where it is at hand. */
class TckTest {

    private static final Path KIT =
            Path.of(System.getProperty("qliento.corpora", "../../shared/corpora"), "dmn", "tck");

    private final Decisions decisions = new Decisions();
    private final List<String> right = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();

    @Test
    void every_case_of_level_2_is_right() {
        run("compliance-level-2");

        assertThat(silent).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(right).hasSizeGreaterThan(100);
    }

    @Test
    void no_case_of_level_3_gives_a_wrong_value_silently() {
        run("compliance-level-3");

        assertThat(silent).isEmpty();
        assertThat(right).hasSizeGreaterThan(1_500);
    }

    private void run(String level) {
        Path folder = KIT.resolve(level);
        assumeTrue(Files.isDirectory(folder), "the kit's " + level + " is not here");
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> file.toString().endsWith(".dmn")).sorted().forEach(this::model);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void model(Path file) {
        DecisionModel model;
        try {
            model = decisions.compile(Files.readString(file, StandardCharsets.UTF_8));
        } catch (InvalidDecision invalid) {
            refused.add(file.getFileName() + ": " + invalid.getMessage());
            return;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            files.filter(test -> test.getFileName().toString().matches(".*-test-.*\\.xml"))
                    .sorted()
                    .flatMap(test -> TckCase.of(test).stream())
                    .forEach(one -> play(file, model, one));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void play(Path file, DecisionModel model, TckCase one) {
        one.expected().forEach((decision, expected) -> {
            String name = file.getFileName() + " " + one.id() + " " + decision;
            if (one.service() != null) {
                refused.add(name + ": a decision service");
                return;
            }
            Decided decided = model.evaluate(one.given(), List.of(decision));
            Object actual = decided.values().get(decision);
            if (TckCase.same(expected, actual)) {
                right.add(name);
            } else if (decided.failed()) {
                refused.add(name + ": " + decided.problems().get(0).message(Locale.ENGLISH));
            } else {
                silent.add(name + ": " + expected + " but " + actual + " " + decided.problems());
            }
        });
    }
}
