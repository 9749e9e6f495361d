package com.qliento.rules.decision;

import com.qliento.rules.feel.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model came to.
 *
 * @param values by name of the decision, plain Java as of {@link Expression#evaluate}; a decision that failed has none
 * @param rows that matched, in the order in which tables were decided
 * @param problems why values are missing or null; they quote the model, never a value
 */
public record Decided(Map<String, @Nullable Object> values, List<MatchedRow> rows, List<DecisionProblem> problems) {

    public Decided {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Whether any decision failed. */
    public boolean failed() {
        return problems.stream().anyMatch(DecisionProblem::error);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "Decided[" + values.size() + " values, " + rows.size() + " rows, " + problems.size() + " problems]";
    }
}
