package com.qliento.rules.decision;

import com.qliento.rules.feel.Scope;
import java.util.List;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.DTDecisionRule;

/**
 * A row of a decision table.
 *
 * @param rule the engine's name for it
 * @param conditions one for each input column
 * @param outputs one for each output column
 */
record TableRow(DTDecisionRule rule, List<Condition> conditions, List<Outcome> outputs) {

    /**
     * A cell on the left: met when one of its tests is.
     *
     * @param itself whether it asks for the value tested by {@code ?}
     * @param tree as it is written
     */
    record Condition(DecisionPlace place, List<UnaryTest> tests, boolean itself, ASTNode tree) {

        boolean met(Scope scope, Object value) {
            if (itself) {
                scope.enterFrame();
                scope.setValue("?", value);
            }
            try {
                return tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(scope, value)));
            } finally {
                if (itself) {
                    scope.exitFrame();
                }
            }
        }
    }

    /** A cell on the right. */
    record Outcome(DecisionPlace place, ASTNode tree) {}
}
