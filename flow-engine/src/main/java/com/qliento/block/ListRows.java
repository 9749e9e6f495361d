package com.qliento.block;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a WhatsApp list as an author writes them, one a line: {@code title | description} or only a title, and
 * {@code # Section} above the rows of a section. Blank lines don't count. Positions run through all sections.
 */
public record ListRows(List<Section> sections) {

    /** Rows under one title, which is empty for rows above the first section line. */
    public record Section(String title, List<Choice> rows) {

        @Override
        public String toString() {
            return "Section[" + rows.size() + " rows]";
        }
    }

    /** Never fails; what a message may not have (no row, too many, no section title) is the checker's to say. */
    public static ListRows parse(String text) {
        var sections = new ArrayList<Section>();
        int position = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("#")) {
                sections.add(new Section(line.substring(1).strip(), new ArrayList<>()));
            } else if (!line.isEmpty()) {
                if (sections.isEmpty()) {
                    sections.add(new Section("", new ArrayList<>()));
                }
                position++;
                sections.get(sections.size() - 1).rows().add(row(position, line));
            }
        }
        return new ListRows(sections.stream()
                .map(section -> new Section(section.title(), List.copyOf(section.rows())))
                .toList());
    }

    /** All rows in order. */
    public List<Choice> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }

    private static Choice row(int position, String line) {
        int bar = bar(line);
        return bar < 0
                ? Choice.at(position, line, "")
                : Choice.at(
                        position,
                        line.substring(0, bar).strip(),
                        line.substring(bar + 1).strip());
    }

    /** The first bar outside of double braces: FEEL inside them is left whole. */
    private static int bar(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("{{", i)) {
                depth++;
                i++;
            } else if (depth > 0 && line.startsWith("}}", i)) {
                depth--;
                i++;
            } else if (depth == 0 && line.charAt(i) == '|') {
                return i;
            }
        }
        return -1;
    }
}
