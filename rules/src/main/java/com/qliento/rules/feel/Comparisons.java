package com.qliento.rules.feel;

import com.qliento.rules.feel.NeverTrue.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * The comparisons of one expression, kept by how they are written, so that whoever knows what names hold can be told
 * which of them never come true.
 */
final class Comparisons {

    private static final Set<InfixOperator> COMPARING =
            EnumSet.of(InfixOperator.LT, InfixOperator.LTE, InfixOperator.GT, InfixOperator.GTE, InfixOperator.EQ);

    private static final Map<String, Kind> OF_FUNCTIONS = Map.ofEntries(
            Map.entry("number", Kind.NUMBER),
            Map.entry("string length", Kind.NUMBER),
            Map.entry("count", Kind.NUMBER),
            Map.entry("sum", Kind.NUMBER),
            Map.entry("string", Kind.TEXT),
            Map.entry("upper case", Kind.TEXT),
            Map.entry("lower case", Kind.TEXT),
            Map.entry("substring", Kind.TEXT),
            Map.entry("replace", Kind.TEXT),
            Map.entry("date", Kind.TIME),
            Map.entry("time", Kind.TIME),
            Map.entry("date and time", Kind.TIME),
            Map.entry("duration", Kind.TIME));

    private enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        TIME,
        NAME,
        UNKNOWN
    }

    /** One side: what kind it is by itself, or the name whose value it is. */
    private record Side(String written, Kind kind) {}

    /** The left side and those it may be equal to or lie in: one of them will do. */
    private record Comparison(String part, Side left, List<Side> right) {

        /** Whether it compares this name with numbers and nothing else. */
        boolean withNumbers(String name) {
            return (left.written().equals(name) && right.stream().allMatch(side -> side.kind() == Kind.NUMBER))
                    || (left.kind() == Kind.NUMBER
                            && right.stream().allMatch(side -> side.written().equals(name)));
        }
    }

    private final List<Comparison> compared = new ArrayList<>();
    private final List<String> emptyRanges = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** A name is used, in a comparison or elsewhere. */
    void use(ASTNode name) {
        if (name instanceof NameRefNode || name instanceof QualifiedNameNode) {
            uses.merge(name.getText(), 1, Integer::sum);
        }
    }

    /** @param hidden names that may be something else here, such as a loop's own */
    void add(ASTNode node, Predicate<String> hidden) {
        if (node instanceof InfixOpNode infix) {
            if (COMPARING.contains(infix.getOperator())) {
                compare(infix, infix.getLeft(), List.of(infix.getRight()), hidden);
            } else if (infix.getOperator() == InfixOperator.AND) {
                ranges(infix);
            }
        } else if (node instanceof BetweenNode between) {
            compare(between, between.getValue(), List.of(between.getStart()), hidden);
            compare(between, between.getValue(), List.of(between.getEnd()), hidden);
            var start = number(between.getStart());
            var end = number(between.getEnd());
            if (start != null && end != null && start.compareTo(end) > 0) {
                emptyRanges.add(between.getText());
            }
        } else if (node instanceof InNode in) {
            BaseNode tests = in.getExprs();
            compare(in, in.getValue(), tests instanceof ListNode list ? list.getElements() : List.of(tests), hidden);
        }
    }

    private void compare(BaseNode part, BaseNode left, List<BaseNode> right, Predicate<String> hidden) {
        List<Side> sides = right.stream().map(one -> side(one, hidden)).toList();
        compared.add(new Comparison(part.getText(), side(left, hidden), sides));
    }

    private static Side side(BaseNode node, Predicate<String> hidden) {
        String written = node.getText();
        Kind kind = node instanceof RangeNode range ? kind(range) : kind(node);
        return new Side(written, kind == Kind.NAME && hidden.test(written) ? Kind.UNKNOWN : kind);
    }

    /** What lies in the range; a side that is open says nothing. */
    private static Kind kind(RangeNode range) {
        Set<Kind> kinds = Stream.of(range.getStart(), range.getEnd())
                .filter(end -> !(end instanceof UndefinedValueNode))
                .map(Comparisons::kind)
                .collect(Collectors.toSet());
        return kinds.size() == 1 && !kinds.contains(Kind.NAME)
                ? kinds.iterator().next()
                : Kind.UNKNOWN;
    }

    private static Kind kind(BaseNode node) {
        if (number(node) != null) {
            return Kind.NUMBER;
        }
        if (node instanceof StringNode) {
            return Kind.TEXT;
        }
        if (node instanceof BooleanNode) {
            return Kind.TRUTH;
        }
        if (node instanceof AtLiteralNode) {
            return Kind.TIME;
        }
        if (node instanceof FunctionInvocationNode call) {
            return OF_FUNCTIONS.getOrDefault(Functions.nameOf(call), Kind.UNKNOWN);
        }
        return node instanceof NameRefNode || node instanceof QualifiedNameNode ? Kind.NAME : Kind.UNKNOWN;
    }

    private static @Nullable BigDecimal number(BaseNode node) {
        if (node instanceof NumberNode number) {
            return number.getValue();
        }
        if (node instanceof SignedUnaryNode signed && signed.getExpression() instanceof NumberNode number) {
            BigDecimal value = number.getValue();
            return value == null || signed.getSign() == SignedUnaryNode.Sign.POSITIVE ? value : value.negate();
        }
        return null;
    }

    /** {@code a > 5 and a < 3}: the two sides of one "and" that each bound the same by a plain number. */
    private void ranges(InfixOpNode and) {
        var bounds = new HashMap<String, BigDecimal[]>();
        bounds(and, bounds);
        boolean empty = bounds.values().stream().anyMatch(Comparisons::isEmpty);
        if (empty && emptyRanges.stream().noneMatch(and.getText()::contains)) {
            emptyRanges.removeIf(and.getText()::contains);
            emptyRanges.add(and.getText());
        }
    }

    private static void bounds(BaseNode node, Map<String, BigDecimal[]> bounds) {
        if (!(node instanceof InfixOpNode infix)) {
            return;
        }
        if (infix.getOperator() == InfixOperator.AND) {
            bounds(infix.getLeft(), bounds);
            bounds(infix.getRight(), bounds);
            return;
        }
        var limit = number(infix.getRight());
        if (limit == null || !COMPARING.contains(infix.getOperator())) {
            return;
        }
        // Least, most; and beside each, null unless the bound itself is left out.
        var range = bounds.computeIfAbsent(infix.getLeft().getText(), any -> new BigDecimal[4]);
        var operator = infix.getOperator();
        boolean open = operator == InfixOperator.LT || operator == InfixOperator.GT;
        boolean equal = operator == InfixOperator.EQ;
        if ((equal || operator == InfixOperator.GT || operator == InfixOperator.GTE)
                && (range[0] == null || limit.compareTo(range[0]) > 0 || (open && limit.compareTo(range[0]) == 0))) {
            range[0] = limit;
            range[2] = open ? limit : null;
        }
        if ((equal || operator == InfixOperator.LT || operator == InfixOperator.LTE)
                && (range[1] == null || limit.compareTo(range[1]) < 0 || (open && limit.compareTo(range[1]) == 0))) {
            range[1] = limit;
            range[3] = open ? limit : null;
        }
    }

    private static boolean isEmpty(@Nullable BigDecimal[] range) {
        if (range[0] == null || range[1] == null) {
            return false;
        }
        int order = range[0].compareTo(range[1]);
        return order > 0 || (order == 0 && (range[2] != null || range[3] != null));
    }

    /** Those that can't be true when these names hold text. */
    List<NeverTrue> neverTrue(Set<String> texts) {
        var all = new ArrayList<NeverTrue>();
        for (var one : compared) {
            var left = kind(one.left(), texts);
            Set<Kind> right =
                    one.right().stream().map(side -> kind(side, texts)).collect(Collectors.toSet());
            boolean known = left != Kind.UNKNOWN && !right.isEmpty() && !right.contains(Kind.UNKNOWN);
            if (known
                    && !right.contains(left)
                    && all.stream().noneMatch(never -> never.part().equals(one.part()))) {
                all.add(never(one, left, right, texts));
            }
        }
        emptyRanges.forEach(part -> all.add(new NeverTrue(Reason.EMPTY_RANGE, part, "", false)));
        return all;
    }

    private static Kind kind(Side side, Set<String> texts) {
        if (side.kind() != Kind.NAME) {
            return side.kind();
        }
        return texts.contains(side.written()) ? Kind.TEXT : Kind.UNKNOWN;
    }

    private NeverTrue never(Comparison one, Kind left, Set<Kind> right, Set<String> texts) {
        var name = texts.contains(one.left().written())
                ? one.left().written()
                : one.right().get(0).written();
        boolean numbers = Stream.concat(Stream.of(left), right.stream())
                .collect(Collectors.toSet())
                .equals(Set.of(Kind.TEXT, Kind.NUMBER));
        if (!numbers || !texts.contains(name)) {
            return new NeverTrue(numbers ? Reason.TEXT_WITH_NUMBER : Reason.OTHER_KINDS, one.part(), "", false);
        }
        long asNumber = compared.stream()
                .filter(other -> other.withNumbers(name))
                .map(Comparison::part)
                .distinct()
                .count();
        return new NeverTrue(Reason.TEXT_WITH_NUMBER, one.part(), name, asNumber == uses.getOrDefault(name, 0));
    }
}
