package com.qliento.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.ui.shell.Icon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing reaches a class by its name in a text: who uses what could not be seen, and nothing would move along with it. */
class NamedClassesTest {

    private static final Pattern LITERAL = Pattern.compile("\"(com\\.qliento\\.[\\w.$]+)\"");

    @Test
    void no_text_of_the_screens_is_the_name_of_a_class() throws IOException {
        var named = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                named.addAll(named(Files.readString(file)));
            }
        }

        assertThat(named).isEmpty();
    }

    @Test
    void a_class_that_a_text_names_is_found_and_a_bundle_or_a_folder_is_not() {
        assertThat(named("new Icon(\"" + Icon.class.getName() + "\"); bundle(\"com.qliento.ui.Words\");"))
                .containsExactly(Icon.class.getName());
    }

    private static List<String> named(String source) {
        return LITERAL.matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(NamedClassesTest::there)
                .toList();
    }

    private static boolean there(String name) {
        return NamedClassesTest.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }
}
