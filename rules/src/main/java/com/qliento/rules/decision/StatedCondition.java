package com.qliento.rules.decision;

import com.qliento.rules.feel.Functions;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.lang.types.BuiltInType;

/**
 * Cells that state their condition with names instead of {@code ?}, such as {@code list contains(tags, "TEST")} or {@code
 * v > 5}. The engine compares what they come to, true or false, with the column's value, so that in any column but one of
 * true and false they are never met (and behind {@code not} always). Here they count as the condition they read as.
 */
final class StatedCondition {

    private static final Set<String> OF_TRUE_OR_FALSE = Set.of(
            "not",
            "contains",
            "starts with",
            "ends with",
            "matches",
            "list contains",
            "all",
            "any",
            "odd",
            "even",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "overlaps before",
            "overlaps after",
            "finishes",
            "finished by",
            "includes",
            "during",
            "starts",
            "started by",
            "coincides",
            "is");

    private StatedCondition() {}

    /** Turns such tests of a cell into conditions; those of a column of true and false stay what they are compared with. */
    static void settle(ASTNode cell, String columnType) {
        if (columnType.equals("boolean") || !(cell instanceof UnaryTestListNode tests)) {
            return;
        }
        for (BaseNode test : tests.getElements()) {
            if (test instanceof UnaryTestNode one && one.getOperator() == UnaryOperator.EQ && states(one.getValue())) {
                one.setOperator(UnaryOperator.TEST);
            }
        }
    }

    private static boolean states(BaseNode written) {
        if (written instanceof IfExpressionNode choice) {
            return states(choice.getThenExpression()) && states(choice.getElseExpression());
        }
        if (written instanceof FunctionInvocationNode call) {
            return OF_TRUE_OR_FALSE.contains(Functions.nameOf(call));
        }
        return written.getChildrenNode().length > 0 && written.getResultType() == BuiltInType.BOOLEAN;
    }
}
