package com.qliento.ruleset;

import com.qliento.rules.decision.DecisionPlace;
import com.qliento.rules.decision.DecisionProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a decision model, or with one decision that it took, in words.
 *
 * @param code stable, in kebab case
 * @param error whether it can't be published with it
 * @param decision name of the decision or function, null for the model as a whole
 * @param elementId id of the nearest element of the file, a cell where it has one; null for none
 * @param row of a table, from 1; null for none
 * @param column heading of a table's column; null for none
 * @param message what is wrong, where, and what to do
 * @param inPlace the same for a mark that stands there
 */
public record DecisionFinding(
        String code,
        boolean error,
        @Nullable String decision,
        @Nullable String elementId,
        @Nullable Integer row,
        @Nullable String column,
        String message,
        String inPlace) {

    static DecisionFinding of(DecisionProblem problem, Locale language) {
        DecisionPlace place = problem.place();
        return new DecisionFinding(
                problem.code(),
                problem.error(),
                place.decision(),
                place.element(),
                place.row() == 0 ? null : place.row(),
                place.heading(),
                problem.message(language),
                problem.messageInPlace(language));
    }
}
