package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.decision.DecisionCell;
import com.qliento.rules.decision.Decisions;
import com.qliento.rules.decision.InvalidDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares two files of a decision cell by cell. A row that only moved is the same row; what decides nothing, such as notes, is not compared. */
@Component
public class DecisionDiff {

    private static final ProblemType DECISION_NOT_COMPARABLE =
            new ProblemType(ProblemKind.INVALID, "decision-not-comparable", "The files can't be compared");

    private final Decisions decisions;

    DecisionDiff(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What was done to the first to make it the second, in the order of the second; empty when it says the same.
     *
     * @throws Problem {@code decision-not-comparable} when one of them can't be read: what is put aside is kept unread
     */
    public List<DecisionChange> between(Actor actor, byte[] before, byte[] after) {
        actor.require(Permission.LOOK_ON);
        try {
            return between(decisions.cells(before), decisions.cells(after));
        } catch (InvalidDecision unreadable) {
            throw DECISION_NOT_COMPARABLE.because(
                    "One of the two files is no decision that can be read, so they can't be compared. Choose another.");
        }
    }

    private static List<DecisionChange> between(List<DecisionCell> before, List<DecisionCell> after) {
        Map<String, DecisionCell> old = byPlace(before);
        Map<String, DecisionCell> now = byPlace(after);
        Set<String> oldRows = rows(before);
        Set<String> nowRows = rows(after);
        var changes = new ArrayList<DecisionChange>();
        for (DecisionCell cell : after) {
            DecisionCell was = old.get(cell.place());
            if (cell.row() > 0 && !oldRows.contains(row(cell))) {
                continue; // told as a whole below
            }
            if (was == null || !was.text().equals(cell.text())) {
                changes.add(new DecisionChange(
                        cell.row() > 0 ? DecisionChange.Kind.CELL : DecisionChange.Kind.HEADING,
                        cell.decision(),
                        cell.row(),
                        cell.column(),
                        was == null ? "" : was.text(),
                        cell.text()));
            }
        }
        before.stream()
                .filter(cell -> cell.row() == 0 && !now.containsKey(cell.place()))
                .forEach(cell -> changes.add(new DecisionChange(
                        DecisionChange.Kind.HEADING, cell.decision(), 0, cell.column(), cell.text(), "")));
        whole(after, oldRows)
                .forEach((row, text) -> changes.add(
                        new DecisionChange(DecisionChange.Kind.ROW_ADDED, row.decision(), row.row(), "", "", text)));
        whole(before, nowRows)
                .forEach((row, text) -> changes.add(
                        new DecisionChange(DecisionChange.Kind.ROW_REMOVED, row.decision(), row.row(), "", text, "")));
        return changes;
    }

    private static Map<String, DecisionCell> byPlace(List<DecisionCell> cells) {
        var places = new LinkedHashMap<String, DecisionCell>();
        cells.forEach(cell -> places.put(cell.place(), cell));
        return places;
    }

    private static String row(DecisionCell cell) {
        return cell.decision() + "\n" + cell.rowKey();
    }

    private static Set<String> rows(List<DecisionCell> cells) {
        return cells.stream()
                .filter(cell -> cell.row() > 0)
                .map(DecisionDiff::row)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The texts of rows that the other version has not, by the first cell of each. */
    private static Map<DecisionCell, String> whole(List<DecisionCell> cells, Set<String> known) {
        Map<String, List<DecisionCell>> byRow = cells.stream()
                .filter(cell -> cell.row() > 0 && !known.contains(row(cell)))
                .collect(Collectors.groupingBy(DecisionDiff::row, LinkedHashMap::new, Collectors.toList()));
        var texts = new LinkedHashMap<DecisionCell, String>();
        byRow.values()
                .forEach(row -> texts.put(
                        row.get(0), row.stream().map(DecisionCell::text).collect(Collectors.joining(" | "))));
        return texts;
    }
}
