package com.qliento.block;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that is taken out of what another system answered and kept under a name of its own. Authors write them one a
 * line, {@code name = path | type | category | maybe}, of which the last two may be left out.
 *
 * @param path where it stands, such as {@code body.items[1].price}; how it is followed, the block says that has it
 * @param type one of {@link #TYPES}; what the author wrote, when it is none
 * @param category what it tells about the customer, one of those of {@link AnswerSettings#CATEGORY}
 * @param maybe whether it may be missing and is nothing then
 */
public record AnswerPick(String name, String path, String type, String category, boolean maybe) {

    /** What a value can be; {@code any} is kept as it comes. */
    public static final List<String> TYPES = List.of("text", "number", "boolean", "date", "date-time", "any");

    private static final String MAYBE = "maybe";
    private static final int LONGEST = 1_000;

    /** The path may have keys in quotes, and in them what else parts a line. */
    private static final Pattern LINE =
            Pattern.compile("(?<name>[^=|\"]+)=(?<path>(?:[^\"|]++|\"(?:[^\"\\\\]|\\\\.)*+\")++)\\|(?<type>[^|]*)"
                    + "(?:\\|(?<category>[^|]*)(?:\\|\\s*(?<maybe>" + MAYBE + ")?\\s*)?)?");

    /** Those that can be read, in the order written. */
    public static List<AnswerPick> parse(String lines) {
        return written(lines).flatMap(line -> read(line).stream()).toList();
    }

    /** The first line that can't be read. */
    public static Optional<String> unreadable(String lines) {
        return written(lines).filter(line -> read(line).isEmpty()).findFirst();
    }

    private static Stream<String> written(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static Optional<AnswerPick> read(String line) {
        var parts = LINE.matcher(line);
        if (line.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        var category = parts.group("category");
        return Optional.of(new AnswerPick(
                parts.group("name").strip(),
                parts.group("path").strip(),
                parts.group("type").strip(),
                category == null || category.isBlank() ? AnswerSettings.CATEGORY.defaultValue() : category.strip(),
                parts.group("maybe") != null));
    }

    /** Whether it is text for sure, where there is any. */
    public boolean isText() {
        return type.equals("text");
    }

    /** Whether it may come to nothing when it is said. */
    public boolean mayBeEmpty() {
        return maybe || isText() || type.equals("any");
    }
}
