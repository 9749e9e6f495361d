package com.qliento.rules.decision;

import com.qliento.rules.feel.Budget;
import com.qliento.rules.feel.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/** Whether a cell compares with constants alone, and with which: such a cell can be worked out before it runs. */
final class Constants {

    private Constants() {}

    /** Adds the constants of a cell; false when it compares with anything else, or in another way than by order. */
    static boolean collect(@Nullable ASTNode cell, Collection<Comparable<?>> into) {
        if (cell instanceof DashNode) {
            return true;
        }
        if (cell instanceof UnaryTestNode test && test.getOperator() == UnaryOperator.TEST) {
            return false;
        }
        if (cell instanceof UnaryTestListNode || cell instanceof UnaryTestNode || cell instanceof ListNode) {
            boolean all = true;
            for (ASTNode part :
                    cell instanceof UnaryTestNode test ? new ASTNode[] {test.getValue()} : cell.getChildrenNode()) {
                all &= collect(part, into);
            }
            return all;
        }
        if (cell instanceof RangeNode range) {
            return ordered(range.getStart(), into) && ordered(range.getEnd(), into);
        }
        Comparable<?> value = constant(cell);
        if (value != null) {
            into.add(value);
        }
        return value != null;
    }

    private static boolean ordered(@Nullable ASTNode end, Collection<Comparable<?>> into) {
        if (end == null || end instanceof NullNode || end instanceof UndefinedValueNode) {
            return true;
        }
        Comparable<?> value = constant(end);
        if (value == null || value instanceof String) {
            return false; // texts are looked at one by one, not by order
        }
        into.add(value);
        return true;
    }

    private static @Nullable Comparable<?> constant(@Nullable ASTNode node) {
        boolean plain = node instanceof StringNode
                || node instanceof NumberNode
                || node instanceof BooleanNode
                || node instanceof AtLiteralNode
                || (node instanceof SignedUnaryNode signed && signed.getExpression() instanceof NumberNode)
                || (node instanceof FunctionInvocationNode call && ofTexts(call));
        if (!plain || node == null || node instanceof NullNode) {
            return null;
        }
        Object value = node.evaluate(new Scope(Map.of(), event -> {}, Budget.ofExpression()));
        return value instanceof String
                        || value instanceof BigDecimal
                        || value instanceof Boolean
                        || value instanceof LocalDate
                ? (Comparable<?>) value
                : null;
    }

    private static boolean ofTexts(FunctionInvocationNode call) {
        for (ASTNode parameter : call.getParams().getChildrenNode()) {
            if (!(parameter instanceof StringNode || parameter instanceof NumberNode)) {
                return false;
            }
        }
        return true;
    }
}
