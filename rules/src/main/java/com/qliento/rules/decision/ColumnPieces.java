package com.qliento.rules.decision;

import com.qliento.rules.feel.Budget;
import com.qliento.rules.feel.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one input column, cut at every constant that a cell compares with: within a piece all cells answer
 * alike, so one value of each piece, put to the cells themselves, says which rows cover it.
 */
final class ColumnPieces {

    private static final int MOST_NAMED = 4;

    /**
     * @param sample a value of it
     * @param constant whether that is its only one
     */
    private record Piece(Object sample, boolean constant) {}

    private final String heading;
    private final List<Piece> pieces;
    private final boolean ordered;
    private final List<@Nullable BitSet> cells = new ArrayList<>();

    private ColumnPieces(String heading, List<Piece> pieces, boolean ordered) {
        this.heading = heading;
        this.pieces = pieces;
        this.ordered = ordered;
    }

    /** The pieces of a column, one row's cells in each {@link #cell}. */
    static ColumnPieces of(TableColumn.Input column, int index, List<TableRow> rows) {
        var constants = new LinkedHashSet<Comparable<?>>();
        var known = new ArrayList<Boolean>(rows.size());
        if (column.allowedTree() != null) {
            Constants.collect(column.allowedTree(), constants);
        }
        for (TableRow row : rows) {
            known.add(Constants.collect(row.conditions().get(index).tree(), constants));
        }
        Set<Class<?>> kinds = constants.stream().map(Comparable::getClass).collect(Collectors.toSet());
        boolean ordered = kinds.equals(Set.of(BigDecimal.class)) || kinds.equals(Set.of(LocalDate.class));
        List<Piece> pieces =
                kinds.size() > 1 ? List.of() : cut(constants, DecisionInput.typeOf(column.type()), ordered);
        var scope = new Scope(Map.of(), event -> {}, Budget.ofDecision());
        List<Piece> possible = pieces.stream()
                .filter(piece -> column.allowed().isEmpty()
                        || column.allowed().stream()
                                .anyMatch(test -> Boolean.TRUE.equals(test.apply(scope, piece.sample()))))
                .toList();
        var result = new ColumnPieces(String.valueOf(column.place().heading()), possible, ordered);
        for (int i = 0; i < rows.size(); i++) {
            boolean readable = known.get(i) && !possible.isEmpty();
            result.cells.add(readable ? result.covered(rows.get(i).conditions().get(index)) : null);
        }
        return result;
    }

    private static List<Piece> cut(Set<Comparable<?>> constants, String type, boolean ordered) {
        if (type.equals("boolean") || constants.stream().anyMatch(Boolean.class::isInstance)) {
            return List.of(new Piece(true, true), new Piece(false, true));
        }
        if (ordered && constants.iterator().next() instanceof LocalDate) {
            return dates(constants.stream().map(LocalDate.class::cast).collect(Collectors.toCollection(TreeSet::new)));
        }
        if (ordered) {
            return numbers(
                    constants.stream().map(BigDecimal.class::cast).collect(Collectors.toCollection(TreeSet::new)));
        }
        var texts = new ArrayList<Piece>();
        constants.forEach(text -> texts.add(new Piece(text, true)));
        texts.add(new Piece("another text than " + constants, false));
        return texts;
    }

    private static List<Piece> numbers(SortedSet<BigDecimal> constants) {
        var pieces = new ArrayList<Piece>();
        BigDecimal before = null;
        for (BigDecimal constant : constants) {
            pieces.add(new Piece(
                    before == null
                            ? constant.subtract(BigDecimal.ONE)
                            : before.add(constant).multiply(new BigDecimal("0.5")),
                    false));
            pieces.add(new Piece(constant, true));
            before = constant;
        }
        pieces.add(new Piece(constants.last().add(BigDecimal.ONE), false));
        return pieces;
    }

    private static List<Piece> dates(SortedSet<LocalDate> constants) {
        var pieces = new ArrayList<Piece>();
        LocalDate before = null;
        for (LocalDate constant : constants) {
            if (before == null || before.plusDays(1).isBefore(constant)) {
                pieces.add(new Piece(
                        constant.minusDays(1),
                        before != null && before.plusDays(2).equals(constant)));
            }
            pieces.add(new Piece(constant, true));
            before = constant;
        }
        pieces.add(new Piece(constants.last().plusDays(1), false));
        return pieces;
    }

    private BitSet covered(TableRow.Condition condition) {
        var scope = new Scope(Map.of(), event -> {}, Budget.ofDecision());
        var covered = new BitSet(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            covered.set(i, condition.met(scope, pieces.get(i).sample()));
        }
        return covered;
    }

    int count() {
        return pieces.size();
    }

    /** The pieces a row's cell covers, null where that can't be known before it runs. */
    @Nullable
    BitSet cell(int row) {
        return cells.get(row);
    }

    /** Whether a row's cell covers all there is, or may. */
    boolean covers(int row) {
        BitSet cell = cells.get(row);
        return cell == null || cell.cardinality() == pieces.size();
    }

    /** These pieces as a condition, such as {@code total in [100..200)}; empty when they are all there are. */
    String text(BitSet chosen) {
        if (chosen.cardinality() == pieces.size()) {
            return "";
        }
        return ordered ? ranges(chosen) : listed(chosen);
    }

    private String ranges(BitSet chosen) {
        var runs = new ArrayList<String>();
        for (int first = chosen.nextSetBit(0); first >= 0; first = chosen.nextSetBit(chosen.nextClearBit(first))) {
            runs.add(range(first, chosen.nextClearBit(first) - 1));
        }
        return String.join(" | ", runs.subList(0, Math.min(MOST_NAMED, runs.size())))
                + (runs.size() > MOST_NAMED ? " | …" : "");
    }

    /** Neighbours. */
    private String range(int first, int last) {
        if (first == last && pieces.get(first).constant()) {
            return heading + " = " + pieces.get(first).sample();
        }
        String from = first == 0 && !pieces.get(0).constant()
                ? ""
                : pieces.get(first).constant()
                        ? ">= " + pieces.get(first).sample()
                        : "> " + pieces.get(first - 1).sample();
        String to = last == pieces.size() - 1 && !pieces.get(last).constant()
                ? ""
                : pieces.get(last).constant()
                        ? "<= " + pieces.get(last).sample()
                        : "< " + pieces.get(last + 1).sample();
        return heading + " " + from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
    }

    private String listed(BitSet chosen) {
        boolean others = chosen.stream().anyMatch(i -> !pieces.get(i).constant());
        List<String> named = pieces.stream()
                .filter(piece -> piece.constant() && chosen.get(pieces.indexOf(piece)) != others)
                .map(piece -> piece.sample() instanceof String text
                        ? "\"" + text + "\""
                        : piece.sample().toString())
                .toList();
        String list = String.join(", ", named.subList(0, Math.min(MOST_NAMED, named.size())))
                + (named.size() > MOST_NAMED ? ", …" : "");
        return heading + (others ? " not in (" + list + ")" : named.size() == 1 ? " = " + list : " in (" + list + ")");
    }
}
