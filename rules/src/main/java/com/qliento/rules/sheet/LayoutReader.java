package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Role;
import com.qliento.rules.sheet.SheetWord.Heading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table in a sheet. A sheet that was written here says everything; one that a person wrote has headings and
 * rows, and perhaps words in the headings that say what is for what.
 */
final class LayoutReader {

    /** The headings, and five rows about the columns. */
    static final int MOST_HEADS = 6;

    private static final Pattern NUMBER = Pattern.compile("\\d*");

    private final List<Grid.Line> lines;
    private final char separator;
    private final Map<SheetWord, Grid.Line> heads = new EnumMap<>(SheetWord.class);

    private LayoutReader(Grid grid) {
        this.lines = grid.lines();
        this.separator = grid.separator();
    }

    /**
     * A column as the sheet has it; null for what the sheet does not tell.
     *
     * @param at its place in the sheet, from 0
     */
    record Told(
            int at,
            String heading,
            @Nullable Role role,
            @Nullable String type,
            @Nullable String name,
            @Nullable String values,
            @Nullable String otherwise) {

        Told typed(String other) {
            return new Told(at, heading, role, other, name, values, otherwise);
        }
    }

    /**
     * A sheet that is a table.
     *
     * @param policy null when it does not tell
     * @param separator of a CSV file, a space for a workbook
     */
    record Layout(@Nullable Policy policy, List<Told> columns, List<Grid.Line> rows, char separator) {

        /** The same with these columns, by their letters, meant as somebody says. */
        Layout settled(Map<String, ColumnReading> said) {
            requireColumns(said.keySet());
            List<Told> settled = columns.stream()
                    .map(column -> {
                        ColumnReading reading = said.get(letter(column.at()));
                        return reading == null ? column : column.typed(reading.type());
                    })
                    .toList();
            List<Grid.Line> read = rows.stream().map(row -> settled(row, said)).toList();
            return said.isEmpty() ? this : new Layout(policy, settled, read, separator);
        }

        private void requireColumns(Set<String> said) {
            List<String> letters =
                    columns.stream().map(column -> letter(column.at())).toList();
            said.stream()
                    .filter(one -> !letters.contains(one))
                    .sorted()
                    .findFirst()
                    .ifPresent(none -> {
                        throw InvalidSheet.because("no-such-column", none, String.join(", ", letters));
                    });
        }

        private static Grid.Line settled(Grid.Line row, Map<String, ColumnReading> said) {
            var cells = new ArrayList<Grid.Cell>(row.cells());
            for (int at = 0; at < cells.size(); at++) {
                ColumnReading reading = said.get(letter(at));
                if (reading != null) {
                    cells.set(at, reading.of(cells.get(at)));
                }
            }
            return new Grid.Line(row.number(), cells);
        }

        private static String letter(int at) {
            return Grid.name(at, 1).replace("1", "");
        }
    }

    static Layout read(Grid grid) {
        return new LayoutReader(grid).read();
    }

    private Layout read() {
        if (lines.isEmpty()) {
            throw InvalidSheet.because("empty");
        }
        Grid.Line first = lines.get(0);
        int next = 1;
        Optional<Policy> policy = Policy.of(first.text(0)).filter(found -> first.width() > 1 && numbered());
        if (policy.isPresent()) {
            Optional<SheetWord> head = head(next);
            while (head.isPresent()) {
                heads.putIfAbsent(head.get(), lines.get(next));
                next++;
                head = head(next);
            }
        }
        List<Grid.Line> rows = lines.subList(next, lines.size());
        if (rows.size() > SheetLimits.ROWS) {
            throw InvalidSheet.at(Grid.name(0, rows.get(SheetLimits.ROWS).number()), "too-many-rows", SheetLimits.ROWS);
        }
        List<Told> columns = columns(policy.isPresent() ? 1 : 0, rows);
        if (columns.isEmpty() || rows.isEmpty()) {
            throw InvalidSheet.because("no-rows");
        }
        return new Layout(policy.orElse(null), columns, rows, separator);
    }

    private Optional<SheetWord> head(int line) {
        return line < lines.size() ? SheetWord.head(lines.get(line).text(0)) : Optional.empty();
    }

    /** Whether the first column has no cells of rules, so that a policy above them is no heading. */
    private boolean numbered() {
        return head(1).isPresent()
                || lines.stream().skip(1).allMatch(line -> NUMBER.matcher(line.text(0))
                        .matches());
    }

    private List<Told> columns(int from, List<Grid.Line> rows) {
        int width = lines.stream().mapToInt(Grid.Line::width).max().orElse(0);
        var columns = new ArrayList<Told>();
        for (int at = from; at < width; at++) {
            Told column = column(at);
            if (column != null) {
                columns.add(column);
            } else {
                requireBlank(at, rows);
            }
        }
        return columns;
    }

    private @Nullable Told column(int at) {
        String written = lines.get(0).text(at).strip();
        Optional<Role> told = role(at);
        if (written.isEmpty() && told.isEmpty()) {
            return null;
        }
        Heading heading = told.isPresent() ? new Heading(told, written) : Heading.of(written);
        return new Told(
                at,
                heading.text(),
                heading.role().orElse(null),
                head(SheetWord.TYPE, at),
                head(SheetWord.NAME, at),
                head(SheetWord.VALUES, at),
                head(SheetWord.OTHERWISE, at));
    }

    private @Nullable String head(SheetWord word, int at) {
        Grid.Line line = heads.get(word);
        return line == null
                ? heads.isEmpty() || word == SheetWord.TYPE ? null : ""
                : line.text(at).strip();
    }

    private Optional<Role> role(int at) {
        Grid.Line line = heads.get(SheetWord.COLUMN);
        if (line == null || line.text(at).isBlank()) {
            return Optional.empty();
        }
        Optional<Role> role = SheetWord.role(line.text(at));
        if (role.isEmpty()) {
            throw InvalidSheet.at(Grid.name(at, line.number()), "unknown-role", line.text(at));
        }
        return role;
    }

    private static void requireBlank(int at, List<Grid.Line> rows) {
        rows.stream().filter(row -> !row.text(at).isBlank()).findFirst().ifPresent(row -> {
            throw InvalidSheet.at(Grid.name(at, row.number()), "no-heading");
        });
    }
}
