package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other modellers on our board: all that stands in them is still there when they are saved. */
class ForeignFilesTest {

    private static final String OPEN_AND_SAVE =
            "async (xml) => { const board = document.querySelector('qliento-canvas');"
                    + " await board.open(xml); return board.file(); }";

    private static BrowserContext window;
    private static Page page;

    private static Page board() {
        if (page == null) {
            window = Browser.window(1440, false);
            page = Application.signedIn(window, "demo@qliento.local");
            page.navigate(Application.address() + "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.locator(".q-flow button").first().click();
            page.waitForSelector("[data-element-id=greet]");
        }
        return page;
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
        }
    }

    static List<Path> files() throws IOException {
        Optional<Path> corpora = corpora();
        assumeTrue(corpora.isPresent(), "no corpora beside the repository");
        try (Stream<Path> tree = Files.walk(corpora.orElseThrow().resolve("bpmn"))) {
            return tree.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void all_of_a_foreign_file_is_still_there_when_it_is_saved_and_saved_again(Path file) throws IOException {
        var original = Files.readString(file);

        var once = (String) board().evaluate(OPEN_AND_SAVE, original);
        var twice = (String) board().evaluate(OPEN_AND_SAVE, once);

        assertThat(missing(original, once)).as("lost").isEmpty();
        assertThat(missing(once, original).stream().filter(line -> !ours(line)))
                .as("new")
                .isEmpty();
        assertThat(missing(once, twice)).as("lost the second time").isEmpty();
        assertThat(missing(twice, once)).as("new the second time").isEmpty();
    }

    /** A sub-process that is shown closed needs a place to be opened in, which some files leave out. */
    private static boolean ours(String line) {
        return line.contains("BPMNDiagram[");
    }

    private static TreeSet<String> missing(String whole, String part) {
        var lines = Said.in(whole);
        lines.removeAll(Said.in(part));
        return lines;
    }

    private static Optional<Path> corpora() {
        var given = System.getProperty("qliento.corpora");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var beside = at.resolveSibling("shared").resolve("corpora");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
