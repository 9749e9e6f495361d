package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages at the top tell people to run is there. */
class PagesForContributorsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern PROFILE = Pattern.compile("(?<![\\w-])-P([a-z-]+)");
    private static final Pattern MODULE = Pattern.compile("-pl ([a-z-]+)");
    private static final Pattern SCRIPT =
            Pattern.compile("(?:\\.ci|designer-ui/src/load)/(\\{[a-z,-]+}|[a-z-]+)(?![\\w/.-])");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "README.md", "CHANGELOG.md", "UPGRADING.md", "SECURITY.md"})
    void what_a_page_names_exists(String page) throws IOException {
        assertThat(missing(Files.readString(ROOT.resolve(page)))).isEmpty();
    }

    @Test
    void names_of_nothing_are_found() throws IOException {
        var page =
                "`mvn -Pswift -pl engine test -Dtest=NoSuchTest`, then `.ci/go`, `designer-ui/src/load/{load,lift}` and [this](NONE.md)";

        assertThat(missing(page))
                .containsExactlyInAnyOrder(
                        "profile swift",
                        "module engine",
                        "test NoSuchTest",
                        ".ci/go",
                        "designer-ui/src/load/lift",
                        "NONE.md");
    }

    @Test
    void what_contributing_names_is_read_at_all() throws IOException {
        var page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));

        assertThat(named(TEST, page)).isNotEmpty();
        assertThat(named(PROFILE, page)).isNotEmpty();
        assertThat(scripts(page)).contains(".ci/run", "designer-ui/src/load/two-nodes");
    }

    private static Set<String> missing(String page) throws IOException {
        var missing = new TreeSet<String>();
        var poms = poms();
        var tests = testClasses();
        named(TEST, page).stream().filter(name -> !tests.contains(name)).forEach(name -> missing.add("test " + name));
        named(PROFILE, page).stream()
                .filter(name -> !poms.contains("<id>" + name + "</id>"))
                .forEach(name -> missing.add("profile " + name));
        named(MODULE, page).stream()
                .filter(name -> !poms.contains("<module>" + name + "</module>"))
                .forEach(name -> missing.add("module " + name));
        Stream.concat(scripts(page).stream(), named(LINK, page).stream())
                .filter(name -> Files.notExists(ROOT.resolve(name)))
                .forEach(missing::add);
        return missing;
    }

    private static Set<String> named(Pattern pattern, String page) {
        var found = new TreeSet<String>();
        pattern.matcher(page).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** With what stands in braces told one by one. */
    private static Set<String> scripts(String page) {
        var found = new TreeSet<String>();
        SCRIPT.matcher(page).results().forEach(match -> {
            var folder = match.group().substring(0, match.start(1) - match.start());
            for (var name : match.group(1).replaceAll("[{}]", "").split(",", -1)) {
                found.add(folder + name);
            }
        });
        return found;
    }

    private static String poms() throws IOException {
        var all = new StringBuilder();
        for (var place : List.of("", "rules", "connectors", "flow-engine", "samples", "designer-ui")) {
            all.append(Files.readString(ROOT.resolve(place).resolve("pom.xml")));
        }
        return all.toString();
    }

    private static Set<String> testClasses() throws IOException {
        var names = new TreeSet<String>();
        for (var module : List.of("rules", "connectors", "flow-engine", "samples", "designer-ui")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
