package com.qliento.ui.structure;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.MediaKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java and the browser mean the same icons. */
class IconsTest {

    private static final Path REGISTRY = Path.of("src/main/frontend/icons.js");
    private static final Path SCREENS = Path.of("src/main/java/com/qliento/ui");

    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");
    private static final Pattern ANNOTATION = Pattern.compile("icon = \"(\\w+)\"");

    /** Whatever takes an icon's name, by its own name and its parameters. */
    private static final Pattern TAKES_ICON =
            Pattern.compile("(private )?(?:static )?(?:\\w+ )?(\\w+)\\(([^()]*\\bString icon\\b[^()]*)\\)");

    @Test
    void every_icon_that_java_names_is_drawn() throws IOException {
        var named = new TreeSet<String>();
        Stream.of(MediaKind.values()).map(MediaKind::word).forEach(named::add);
        var everywhere = new HashMap<String, Integer>(Map.of("Icon", 0));
        for (var file : sources()) {
            everywhere.putAll(takers(text(file), false));
        }
        for (var file : sources()) {
            var text = text(file);
            var takers = new HashMap<>(everywhere);
            takers.keySet().removeIf(taker -> Pattern.compile("private [^=;(]*\\b" + taker + "\\(")
                    .matcher(text)
                    .find());
            takers.putAll(takers(text, true));
            ANNOTATION.matcher(text).results().map(found -> found.group(1)).forEach(named::add);
            takers.forEach((taker, at) -> Pattern.compile("\\b" + taker + "\\(")
                    .matcher(text)
                    .results()
                    .map(call -> argument(text, call.end(), at))
                    .forEach(argument -> LITERAL.matcher(argument)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(named::add)));
        }

        assertThat(everywhere).containsKeys("Icon", "Command", "go");
        assertThat(named)
                .contains("house", "circleAlert", "logOut", "image", "close")
                .hasSizeGreaterThan(35);
        assertThat(drawn()).containsAll(named);
    }

    private static Set<String> drawn() throws IOException {
        var text = Files.readString(REGISTRY);
        var list = text.substring(text.indexOf("const ICONS = {") + 15, text.indexOf("};"));
        return Stream.of(list.split(","))
                .map(entry -> entry.strip().replaceFirst(":.*", ""))
                .collect(toSet());
    }

    /** At which place they take it: those for their own file alone, or those for others too. */
    private static Map<String, Integer> takers(String text, boolean own) {
        var takers = new HashMap<String, Integer>();
        TAKES_ICON
                .matcher(text)
                .results()
                .filter(found -> own == (found.group(1) != null))
                .forEach(found -> {
                    var before = found.group(3).substring(0, found.group(3).indexOf("String icon"));
                    takers.put(found.group(2), (int)
                            before.chars().filter(letter -> letter == ',').count());
                });
        return takers;
    }

    /** What stands at this place between a call's parentheses. */
    private static String argument(String text, int from, int place) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int begin = from;
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean closes = letter == ')' || letter == '}';
            if (depth == 0 && (letter == ',' || closes)) {
                arguments.add(text.substring(begin, i));
                begin = i + 1;
                if (closes) {
                    break;
                }
            }
            depth += letter == '(' || letter == '{' ? 1 : closes ? -1 : 0;
        }
        return place < arguments.size() ? arguments.get(place) : "";
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SCREENS)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
