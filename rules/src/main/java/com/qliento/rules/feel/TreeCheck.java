package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.DescendantExpressionNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/** Goes through a parsed expression: refuses what is not allowed and collects the names it uses. */
public final class TreeCheck {

    private static final int DEEPEST = 60;

    /** The tree of {@code = = = 1} has the same part on two sides at each level, so it doubles with each. */
    private static final int MOST_VISITS = 4_000;

    private static final int MOST_ITERATIONS = 1_000;
    private static final int NESTED_ITERATIONS = 2;
    private static final int LONGEST_PATTERN = 200;
    private static final Set<String> TIME = ClockFunction.ALL.keySet();

    private final Set<String> functions;
    private final boolean ofModel;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> certainNames = new LinkedHashSet<>();
    private final Deque<Set<String>> own = new ArrayDeque<>();
    private final Comparisons comparisons = new Comparisons();
    private int depth;
    private int visits;
    private int iterations;
    private int filters;

    /** Of an expression on its own. */
    public TreeCheck() {
        this(Set.of(), false);
    }

    /**
     * Of one in a decision model, where a clock ends what takes too long.
     *
     * @param functions names of functions that the model defines
     */
    public TreeCheck(Set<String> functions) {
        this(functions, true);
    }

    private TreeCheck(Set<String> functions, boolean ofModel) {
        this.functions = functions;
        this.ofModel = ofModel;
    }

    Set<String> names() {
        return names;
    }

    /** Without those inside a filter, where a name may be a property of the element. */
    public Set<String> certainNames() {
        return certainNames;
    }

    /** What it compares with what. */
    Comparisons comparisons() {
        return comparisons;
    }

    public void visit(@Nullable ASTNode node) {
        if (node == null) {
            throw new InvalidExpression(ExpressionProblem.error(
                    "syntax", 1, 1, "The expression is not complete. Check brackets, quotes and operators."));
        }
        if (++depth > DEEPEST || ++visits > MOST_VISITS) {
            throw refused(node, "too-deep", "The expression is nested too deeply. Split it into several steps.");
        }
        comparisons.use(node);
        comparisons.add(node, this::hidden);
        dispatch(node);
        depth--;
    }

    /** Whether a name may be another's than that of a value: a loop's own, or a part of what is filtered. */
    private boolean hidden(String name) {
        String first = Functions.normalized(name.split("\\.", 2)[0]);
        return filters > 0 || own.stream().anyMatch(defined -> defined.contains(first));
    }

    private void dispatch(ASTNode node) {
        if (node instanceof FunctionDefNode) {
            throw refused(
                    node, "function-definition", "Functions can't be defined here. Use FEEL's own, or several steps.");
        } else if (node instanceof FunctionInvocationNode call) {
            call(call);
        } else if (node instanceof QualifiedNameNode path) {
            use(path.getParts().get(0));
            path.getParts().forEach(TreeCheck::refuseReflection);
        } else if (node instanceof PathExpressionNode path) {
            visit(path.getExpression());
            refuseReflection(path.getName());
        } else if (node instanceof DescendantExpressionNode) {
            throw refused(
                    node, "descendants", "Three dots are not possible here. Name each step: contact.address.city");
        } else if (node instanceof NameRefNode name) {
            use(name);
        } else if (node instanceof InfixOpNode comparison) {
            compare(comparison);
        } else if (node instanceof NumberNode number) {
            number(number);
        } else if (node instanceof ForExpressionNode loop) {
            iterate(node, loop.getIterationContexts(), loop.getExpression());
        } else if (node instanceof QuantifiedExpressionNode loop) {
            iterate(node, loop.getIterationContexts(), loop.getExpression());
        } else if (node instanceof FilterExpressionNode filter) {
            visit(filter.getExpression());
            filters++;
            within(Set.of("item"), () -> visit(filter.getFilter()));
            filters--;
        } else if (node instanceof ContextNode context) {
            context(context);
        } else {
            children(node);
        }
    }

    /** The library takes tests such as {@code (= 10)} for equal that are not. */
    private void compare(InfixOpNode comparison) {
        boolean tests = comparison.getLeft() instanceof UnaryTestNode || comparison.getRight() instanceof UnaryTestNode;
        if (tests) {
            throw refused(comparison, "tests-compared", "Tests can't be compared. Compare values.");
        }
        children(comparison);
    }

    private void children(ASTNode node) {
        for (var child : node.getChildrenNode()) {
            visit(child);
        }
    }

    private void context(ContextNode context) {
        var defined = new HashSet<String>();
        for (ContextEntryNode entry : context.getEntries()) {
            within(defined, () -> visit(entry.getValue()));
            defined.add(entry.getName().getText());
        }
    }

    private void call(FunctionInvocationNode call) {
        var name = Functions.nameOf(call);
        if (functions.contains(name)) {
            List.of(call.getParams().getChildrenNode()).forEach(this::visit);
            return;
        }
        if (TIME.contains(name)) {
            time(call, name);
            return;
        }
        if (!(call.getName() instanceof NameRefNode) || !Functions.NAMES.contains(name)) {
            throw refused(call, "unknown-function", "There is no function '" + name + "' here. Check how it is spelt.");
        }
        var parameters = List.of(call.getParams().getChildrenNode());
        if (name.equals("string") && parameters.size() > 1) {
            throw refused(call, "string-mask", "string() takes one value here. Put texts together with +.");
        }
        if (Functions.WITH_PATTERN.contains(name)) {
            int position = name.equals("matches") ? 2 : 3;
            flags(call, parameters, position);
            pattern(call, parameters, position);
        }
        parameters.forEach(this::visit);
    }

    private void time(FunctionInvocationNode call, String name) {
        if (call.getParams().getChildrenNode().length > 0) {
            throw refused(call, "time", "Write " + name + " or " + name + "() with nothing in the brackets.");
        }
        names.add(name);
        certainNames.add(name);
    }

    private static void pattern(FunctionInvocationNode call, List<ASTNode> parameters, int flagsAt) {
        if (parameters.size() < 2 || !(parameters.get(1) instanceof StringNode literal)) {
            throw refused(
                    call, "pattern-not-literal", "The pattern has to be a text in quotes, not something computed.");
        }
        var pattern = literal.getValue();
        var flags = parameters.size() > flagsAt && parameters.get(flagsAt) instanceof StringNode given
                ? given.getValue()
                : "";
        try {
            var unused = TextPattern.of(pattern, flags);
        } catch (PatternSyntaxException invalid) {
            throw refused(call, "pattern-invalid", "The pattern can't be read: " + invalid.getDescription() + ".");
        }
        if (pattern.length() > LONGEST_PATTERN || PatternAmbiguity.of(pattern, TextPattern.bits(flags))) {
            throw refused(
                    call,
                    "pattern-too-slow",
                    "This pattern may take for ever on some texts. Use a simpler one, without repetitions inside of repetitions.");
        }
    }

    private static void flags(FunctionInvocationNode call, List<ASTNode> parameters, int position) {
        if (parameters.size() <= position) {
            return;
        }
        boolean known = parameters.get(position) instanceof StringNode flags && TextPattern.knows(flags.getValue());
        if (!known) {
            throw refused(call, "pattern-flags", "The flags have to be letters of \"smix\" in quotes.");
        }
    }

    private void iterate(ASTNode loop, List<IterationContextNode> over, BaseNode body) {
        iterations += over.size();
        if (iterations > NESTED_ITERATIONS) {
            throw refused(loop, "too-many-loops", "Loops can be nested twice at most. Split it into several steps.");
        }
        var defined = new HashSet<String>();
        for (var one : over) {
            within(defined, () -> overRange(one));
            defined.add(one.getName().getText());
        }
        within(defined, () -> visit(body));
        iterations -= over.size();
    }

    private void overRange(IterationContextNode loop) {
        if (loop.getRangeEndExpr() != null) {
            bounded(loop, loop.getExpression(), loop.getRangeEndExpr());
        } else if (loop.getExpression() instanceof RangeNode range) {
            bounded(loop, range.getStart(), range.getEnd());
        } else {
            visit(loop.getExpression());
        }
    }

    private void bounded(ASTNode loop, BaseNode start, BaseNode end) {
        boolean literal = start instanceof NumberNode && end instanceof NumberNode;
        if (ofModel && !literal) {
            visit(start);
            visit(end);
            return;
        }
        if (!(start instanceof NumberNode from) || !(end instanceof NumberNode to)) {
            throw refused(loop, "range-not-literal", "The ends of a range in a loop have to be plain numbers.");
        }
        number(from);
        number(to);
        var length = to.getValue().subtract(from.getValue()).abs();
        if (length.compareTo(BigDecimal.valueOf(MOST_ITERATIONS)) > 0) {
            throw refused(loop, "range-too-long", "A loop can run over " + MOST_ITERATIONS + " numbers at most.");
        }
    }

    private static void number(NumberNode number) {
        if (number.getValue() == null || !ValueSize.isOrdinary(number.getValue())) {
            throw refused(number, "number-too-large", "This number is too large or too small to calculate with.");
        }
    }

    private void within(Set<String> defined, Runnable part) {
        own.push(Set.copyOf(defined));
        part.run();
        own.pop();
    }

    private void use(ASTNode name) {
        var text = Functions.normalized(name.getText());
        refuseReflection(name);
        if (text.equals("partial") && iterations > 0) {
            throw refused(name, "partial", "A loop can't use its own results ('partial'). Use another name.");
        }
        if (own.stream().noneMatch(defined -> defined.contains(text))) {
            names.add(text);
            if (filters == 0) {
                certainNames.add(text);
            }
        }
    }

    /** Drools reads Java's bean properties behind a dot, and every one of Java's objects has its class. */
    private static void refuseReflection(ASTNode name) {
        var text = name.getText().strip();
        if (text.equals("class") || text.equals("declaringClass") || text.contains("(")) {
            throw refused(name, "reaches-java", "'" + text + "' is not to be had here. Use another name.");
        }
    }

    private static InvalidExpression refused(ASTNode node, String code, String message) {
        return new InvalidExpression(ExpressionProblem.error(
                code, Math.max(1, node.getStartLine()), Math.max(0, node.getStartColumn()) + 1, message));
    }
}
