package com.qliento.rules.decision;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/** Tells a cell that can never be right: a text where its column is a number, and so on. */
final class CellTypes {

    private CellTypes() {}

    /** An output cell. */
    static void check(ASTNode cell, BaseDMNTypeImpl column, DecisionPlace place, DecisionProblems problems) {
        String written = literal(cell);
        if (written != null && !column.isCollection() && !fits(written, DecisionInput.typeOf(column))) {
            problems.add(DecisionProblem.error("cell-type", place, written, DecisionInput.typeOf(column)));
        }
    }

    /** An input cell or a list of allowed values. */
    static void checkTests(ASTNode cell, BaseDMNTypeImpl column, DecisionPlace place, DecisionProblems problems) {
        if (cell instanceof UnaryTestNode test && test.getOperator() == UnaryTestNode.UnaryOperator.TEST) {
            return; // says about itself what it compares
        }
        if (cell instanceof UnaryTestListNode
                || cell instanceof UnaryTestNode
                || cell instanceof ListNode
                || cell instanceof RangeNode) {
            for (ASTNode part : cell.getChildrenNode()) {
                checkTests(part, column, place, problems);
            }
        } else {
            check(cell, column, place, problems);
        }
    }

    private static @Nullable String literal(ASTNode node) {
        if (node instanceof StringNode) {
            return "string";
        }
        if (node instanceof NumberNode
                || (node instanceof SignedUnaryNode signed && literal(signed.getExpression()) != null)) {
            return "number";
        }
        return node instanceof BooleanNode ? "boolean" : null;
    }

    private static boolean fits(String written, String column) {
        return switch (column) {
            case "string", "number", "boolean" -> written.equals(column);
            case "date", "time", "date and time", "days and time duration", "years and months duration" -> false;
            default -> true;
        };
    }
}
