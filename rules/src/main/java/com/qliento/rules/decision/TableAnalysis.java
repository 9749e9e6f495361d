package com.qliento.rules.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.decisiontables.HitPolicy;

/**
 * Finds what a decision table leaves out and what it says twice, with values for which it does. Cells that compare with
 * constants are worked out exactly; one that does not is taken to cover what is asked for, so nothing false is told. Ends
 * soon: on a table with very many combinations it tells what it found until then.
 */
final class TableAnalysis {

    private static final int MOST_TOLD = 20;
    private static final int MOST_STEPS = 50_000;
    private static final int MOST_PAIRS = 2_000_000;

    private final TableLogic table;
    private final DecisionProblems problems;
    private final List<ColumnPieces> columns = new ArrayList<>();
    private int steps;

    private TableAnalysis(TableLogic table, DecisionProblems problems) {
        this.table = table;
        this.problems = problems;
    }

    static void tell(TableLogic table, DecisionProblems problems) {
        var analysis = new TableAnalysis(table, problems);
        for (int i = 0; i < table.inputs().size(); i++) {
            analysis.columns.add(ColumnPieces.of(table.inputs().get(i), i, table.rows()));
        }
        analysis.tell();
    }

    private void tell() {
        switch (table.policy()) {
            case UNIQUE, ANY -> overlaps();
            case FIRST -> masked();
            default -> {} // several rows at once are what the others are for
        }
        boolean otherwise = table.outputs().stream().allMatch(output -> output.otherwise() != null);
        if (!otherwise && table.policy().getDefaultValue() == null && !columns.isEmpty()) {
            gaps();
        }
    }

    private void overlaps() {
        int told = 0;
        int pairs = 0;
        for (int one = 0; one < table.rows().size(); one++) {
            for (int other = one + 1; other < table.rows().size(); other++) {
                if (++pairs > MOST_PAIRS || told >= MOST_TOLD) {
                    return;
                }
                List<BitSet> common = common(one, other);
                if (common != null && !(table.policy() == HitPolicy.ANY && sameOutputs(one, other))) {
                    tellOverlap(one, other, common);
                    told++;
                }
            }
        }
    }

    private void tellOverlap(int one, int other, List<BitSet> common) {
        DecisionPlace place =
                table.place().row(other + 1, table.rows().get(other).rule().getId());
        problems.add(DecisionProblem.error(
                table.policy() == HitPolicy.ANY ? "overlap-differs" : "overlap", place, one + 1, values(common)));
    }

    /** The pieces both rows cover, null when there are none or it can't be known. */
    private @Nullable List<BitSet> common(int one, int other) {
        var common = new ArrayList<BitSet>(columns.size());
        for (ColumnPieces column : columns) {
            BitSet first = column.cell(one);
            BitSet second = column.cell(other);
            if (first == null || second == null || !first.intersects(second)) {
                return null;
            }
            var both = (BitSet) first.clone();
            both.and(second);
            common.add(both);
        }
        return common;
    }

    private boolean sameOutputs(int one, int other) {
        return IntStream.range(0, table.outputs().size())
                .allMatch(i -> text(one, i).equals(text(other, i)));
    }

    private String text(int row, int output) {
        return String.valueOf(table.rows().get(row).outputs().get(output).tree().getText());
    }

    private void masked() {
        int told = 0;
        for (int row = 1; row < table.rows().size() && told < MOST_TOLD; row++) {
            var earlier = new BitSet();
            earlier.set(0, row);
            int masked = row;
            boolean known = columns.stream().allMatch(column -> column.cell(masked) != null)
                    && earlier.stream()
                            .noneMatch(each -> columns.stream().anyMatch(column -> column.cell(each) == null));
            if (known && free(0, earlier, row, new ArrayList<>()).isEmpty() && steps <= MOST_STEPS) {
                problems.add(DecisionProblem.warning(
                        "unreachable",
                        table.place().row(row + 1, table.rows().get(row).rule().getId())));
                told++;
            }
        }
    }

    private void gaps() {
        var all = new BitSet();
        all.set(0, table.rows().size());
        List<List<BitSet>> found = free(0, all, -1, new ArrayList<>());
        found.stream()
                .map(this::values)
                .distinct()
                .limit(MOST_TOLD)
                .forEach(values -> problems.add(
                        values.isEmpty()
                                ? DecisionProblem.warning("gap-always", table.place())
                                : DecisionProblem.warning("gap", table.place(), values)));
    }

    /** Combinations that none of these rows covers; within one row's own when it is given. */
    private List<List<BitSet>> free(int at, BitSet rows, int within, List<BitSet> chosen) {
        if (rows.isEmpty()) {
            return List.of(List.copyOf(chosen));
        }
        if (at == columns.size() || ++steps > MOST_STEPS || anyCoversRest(rows, at, within)) {
            return List.of();
        }
        var found = new ArrayList<List<BitSet>>();
        for (Map.Entry<BitSet, BitSet> alike : pieces(at, rows, within).entrySet()) {
            chosen.add(alike.getValue());
            found.addAll(free(at + 1, alike.getKey(), within, chosen));
            chosen.remove(chosen.size() - 1);
            if (found.size() > MOST_TOLD) {
                break;
            }
        }
        return found;
    }

    private boolean anyCoversRest(BitSet rows, int at, int within) {
        return rows.stream().anyMatch(row -> columns.subList(at, columns.size()).stream()
                .allMatch(column -> column.covers(row) || (within >= 0 && contains(column, row, within))));
    }

    private static boolean contains(ColumnPieces column, int row, int within) {
        BitSet wanted = column.cell(within);
        BitSet covered = column.cell(row);
        if (wanted == null || covered == null) {
            return false;
        }
        var rest = (BitSet) wanted.clone();
        rest.andNot(covered);
        return rest.isEmpty();
    }

    /** The pieces of a column by the rows that cover them. */
    private Map<BitSet, BitSet> pieces(int at, BitSet rows, int within) {
        ColumnPieces column = columns.get(at);
        var byRows = new LinkedHashMap<BitSet, BitSet>();
        BitSet asked = within < 0 ? null : column.cell(within);
        int count = Math.max(1, column.count());
        for (int piece = 0; piece < count; piece++) {
            if (asked != null && !asked.get(piece)) {
                continue;
            }
            var covering = new BitSet();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                BitSet cell = column.cell(row);
                covering.set(row, cell == null || cell.get(piece));
            }
            byRows.computeIfAbsent(covering, key -> new BitSet()).set(piece);
        }
        return byRows;
    }

    private String values(List<BitSet> chosen) {
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> columns.get(i).text(chosen.get(i)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
