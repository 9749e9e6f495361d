package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person means by a cell. In a column of texts plain words are a text, so that nobody has to write quotes; what
 * is FEEL already stays as it is.
 */
final class CellReading {

    /** Longer cells are not looked at for what they resemble. */
    private static final int LOOKED_AT = 200;

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final String NUMBER_TEST = "(?:(?:[<>]=?|!?=)?\\s*" + NUMBER + "|[\\[\\](]\\s*" + NUMBER
            + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\[\\])])";
    private static final Pattern NUMBERS =
            Pattern.compile("(?:not\\()?" + NUMBER_TEST + "(?:\\s*,\\s*" + NUMBER_TEST + ")*\\)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?Z?");
    private static final Pattern CALL = Pattern.compile("[a-z][a-z ]*[a-z]\\(.*\\)", Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile("^(?:if|for|some|every)\\s|[+(\\[?]");
    private static final Set<String> TRUE = Set.of("true", "verdadero", "verdadeiro");
    private static final Set<String> FALSE = Set.of("false", "falso");

    private final Set<String> names;
    private final Pattern anyName;

    /** @param names of what the table may look at */
    CellReading(Set<String> names) {
        this.names = names;
        this.anyName = Pattern.compile(names.stream()
                .filter(name -> !name.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(?:", ")(?![\\p{L}\\p{N}_])")));
    }

    /** The cell as FEEL, or as it is where it is a note. */
    String read(Grid.Cell cell, Column column) {
        String text = cell.text();
        if (column.role() == Role.WHEN && text.isBlank()) {
            return PlainTable.ANY;
        }
        if (column.role() == Role.NOTE || (text.isBlank() && cell.kind() == Grid.Kind.TEXT)) {
            return cell.shown();
        }
        return switch (column.type()) {
            case "string" -> string(cell, column.role());
            case "boolean" -> bool(text);
            case "date" -> DATE.matcher(text.strip()).matches() ? "date(\"" + text.strip() + "\")" : text;
            case "date and time", "dateTime" ->
                TIME.matcher(text.strip()).matches() ? "date and time(\"" + text.strip() + "\")" : text;
            default -> cell.kind() == Grid.Kind.DATE && DATE.matcher(text).matches() ? "date(\"" + text + "\")" : text;
        };
    }

    private static String bool(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(word) ? "true" : FALSE.contains(word) ? "false" : text;
    }

    private String string(Grid.Cell cell, Role role) {
        String text = cell.text().strip();
        if (cell.kind() != Grid.Kind.TEXT) {
            return quoted(cell.shown().strip());
        }
        boolean feel = text.indexOf('"') >= 0
                || text.equals("null")
                || names.contains(text)
                || CALL.matcher(text).matches();
        if (feel) {
            return cell.text();
        }
        return role == Role.WHEN ? test(cell.text()) : outcome(cell.text());
    }

    private String outcome(String text) {
        return names.isEmpty()
                        || !OPERATOR.matcher(text).find()
                        || !anyName.matcher(text).find()
                ? quoted(text.strip())
                : text;
    }

    /** Words parted by commas are several texts, each of which will do. */
    private String test(String text) {
        String stripped = text.strip();
        if (stripped.equals(PlainTable.ANY)
                || "<>=!?[]".indexOf(stripped.charAt(0)) >= 0
                || stripped.startsWith("not(")) {
            return text;
        }
        var parts = new ArrayList<String>();
        for (String part : stripped.split(",", -1)) {
            if (part.isBlank()) {
                return quoted(stripped);
            }
            parts.add(names.contains(part.strip()) ? part.strip() : quoted(part.strip()));
        }
        return String.join(", ", parts);
    }

    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    /** The type of a column whose sheet tells none. */
    static String type(List<Grid.Cell> cells) {
        List<Grid.Cell> told = cells.stream()
                .filter(cell -> !cell.text().isBlank() && !cell.text().strip().equals(PlainTable.ANY))
                .toList();
        if (told.isEmpty()) {
            return "string";
        }
        if (told.stream().allMatch(CellReading::number) && !ColumnDoubts.versions(told)) {
            return "number";
        }
        if (told.stream().allMatch(cell -> !bool(cell.text()).equals(cell.text()) || isBoolean(cell.text()))) {
            return "boolean";
        }
        return told.stream().allMatch(cell -> DATE.matcher(cell.text().strip()).matches()) ? "date" : "string";
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean number(Grid.Cell cell) {
        String text = cell.text().strip();
        return cell.kind() != Grid.Kind.DIGITS
                && !ColumnDoubts.comma(text)
                && text.length() <= LOOKED_AT
                && NUMBERS.matcher(text).matches()
                && !ColumnDoubts.digits(text);
    }
}
