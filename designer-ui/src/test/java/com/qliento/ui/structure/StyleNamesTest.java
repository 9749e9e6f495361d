package com.qliento.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The board lives in the page's own document: a name that both style would be styled twice. */
class StyleNamesTest {

    private static final Path FRONTEND = Path.of("src/main/frontend");

    /** A drawing in a line, alike for both. */
    private static final String SHARED = ".q-icon";

    @Test
    void the_page_and_the_board_style_no_name_in_common() throws IOException {
        var page = names(FRONTEND.resolve("themes/qliento"), Pattern.compile("(?m)^\\s*(\\.q-[a-z-]+)"));
        var board = names(FRONTEND.resolve("designer"), Pattern.compile("(\\.q-[a-z-]+)"));

        assertThat(page).hasSizeGreaterThan(50);
        assertThat(board).hasSizeGreaterThan(50);
        page.retainAll(board);
        page.remove(SHARED);
        assertThat(page).isEmpty();
    }

    private static Set<String> names(Path folder, Pattern name) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".css"))
                    .map(StyleNamesTest::text)
                    .forEach(css -> {
                        var names = name.matcher(css);
                        while (names.find()) {
                            found.add(names.group(1));
                        }
                    });
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
