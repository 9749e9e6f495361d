package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * How many characters the texts in a value have, as far as that is known without working it out: what is not known counts
 * as none.
 *
 * @param shortest at least so many
 * @param longest at most so many
 * @param built so many at least are made on the way, and may not be in the value any more
 */
public record Extent(long shortest, long longest, long built) {

    /** Nothing is known. */
    public static final Extent UNKNOWN = new Extent(0, 0, 0);

    /** Most characters of a value. */
    public static final int MOST = Limits.VALUE_SIZE;

    /** More than any bound, and small enough to be multiplied. */
    private static final long ENDLESS = 1_000_000_000;

    /** Of a text between these lengths. */
    public static Extent of(long shortest, long longest) {
        return new Extent(Math.min(shortest, ENDLESS), Math.min(longest, ENDLESS), 0);
    }

    /** Whether no value of such length can be worked out. */
    public boolean tooMuch() {
        return shortest > Limits.VALUE_SIZE || built > Limits.BUILT;
    }

    static Extent of(@Nullable ASTNode node, Function<String, Extent> names) {
        if (node instanceof StringNode text) {
            int length = text.getValue() == null ? 0 : text.getValue().length();
            return of(length, length);
        }
        if (node instanceof NameRefNode || node instanceof QualifiedNameNode) {
            return names.apply(Functions.normalized(node.getText()));
        }
        if (node instanceof InfixOpNode infix) {
            return infix(infix, names);
        }
        if (node instanceof ListNode list) {
            return sum(list.getElements().stream(), names);
        }
        if (node instanceof IfExpressionNode choice) {
            Extent one = of(choice.getThenExpression(), names);
            Extent other = of(choice.getElseExpression(), names);
            return new Extent(
                    Math.min(one.shortest, other.shortest),
                    Math.max(one.longest, other.longest),
                    of(choice.getCondition(), names).built);
        }
        if (node instanceof ForExpressionNode loop) {
            return of(loop.getExpression(), names).times(rounds(loop.getIterationContexts()));
        }
        return node instanceof FunctionInvocationNode call ? call(call, names) : UNKNOWN;
    }

    private static Extent infix(InfixOpNode infix, Function<String, Extent> names) {
        Extent left = of(infix.getLeft(), names);
        Extent right = of(infix.getRight(), names);
        return switch (infix.getOperator()) {
            case ADD -> left.plus(right);
            case AND, OR -> new Extent(0, 0, left.built);
            default -> new Extent(0, 0, left.plus(right).built);
        };
    }

    private static Extent call(FunctionInvocationNode call, Function<String, Extent> names) {
        List<BaseNode> parameters = call.getParams().getElements();
        Extent given = sum(parameters.stream().limit(1), names);
        if (given.shortest > Limits.VALUE_SIZE) {
            return new Extent(0, 0, ENDLESS); // no function is given so much
        }
        return switch (Functions.nameOf(call)) {
            case "upper case", "lower case", "string", "reverse", "flatten" -> given;
            case "concatenate", "append", "union" -> sum(parameters.stream(), names);
            case "string join" -> joined(parameters, given, names);
            default -> new Extent(0, 0, given.built);
        };
    }

    private static Extent joined(List<BaseNode> parameters, Extent list, Function<String, Extent> names) {
        return parameters.size() > 1 && parameters.get(0) instanceof ListNode elements
                ? list.plus(of(parameters.get(1), names)
                        .times(Math.max(0, elements.getElements().size() - 1)))
                : list;
    }

    private static long rounds(List<IterationContextNode> loops) {
        long rounds = 1;
        for (IterationContextNode loop : loops) {
            rounds = Math.min(ENDLESS, rounds * rounds(loop));
        }
        return rounds;
    }

    private static long rounds(IterationContextNode loop) {
        if (loop.getRangeEndExpr() != null) {
            return between(loop.getExpression(), loop.getRangeEndExpr());
        }
        if (loop.getExpression() instanceof RangeNode range) {
            return between(range.getStart(), range.getEnd());
        }
        return loop.getExpression() instanceof ListNode list
                ? list.getElements().size()
                : 0;
    }

    private static long between(BaseNode start, BaseNode end) {
        return start instanceof NumberNode from && end instanceof NumberNode to
                ? to.getValue()
                        .subtract(from.getValue())
                        .abs()
                        .add(BigDecimal.ONE)
                        .longValue()
                : 0;
    }

    private static Extent sum(Stream<? extends ASTNode> parts, Function<String, Extent> names) {
        return parts.map(part -> of(part, names)).reduce(UNKNOWN, Extent::plus);
    }

    private Extent plus(Extent other) {
        return new Extent(
                Math.min(ENDLESS, shortest + other.shortest),
                Math.min(ENDLESS, longest + other.longest),
                Math.min(ENDLESS, built + other.built));
    }

    private Extent times(long times) {
        return new Extent(
                Math.min(ENDLESS, shortest * times),
                Math.min(ENDLESS, longest * times),
                Math.min(ENDLESS, (built + shortest) * times));
    }
}
