package com.qliento.rules.feel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.visitor.DefaultedVisitor;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/**
 * Changes a checked tree before it runs: functions are tied to their calls, and every dot goes through {@link SafePath},
 * because the library's own would call any public Java method without parameters behind a dot ({@code answer.getClass},
 * {@code tags.clear}).
 */
public final class Binding extends DefaultedVisitor<@Nullable Void> {

    private static final Map<String, FEELFunction> FUNCTIONS = Stream.concat(
                    Stream.of(BuiltInFunctions.getFunctions())
                            .filter(function -> !TextFunction.ALL.containsKey(function.getName())),
                    TextFunction.ALL.values().stream())
            .filter(function -> Functions.NAMES.contains(function.getName()))
            .collect(Collectors.toUnmodifiableMap(FEELFunction::getName, Function.identity()));

    /** What {@code @"2026-01-31"} asks the scope for, whatever names stand around it. */
    private static final Set<String> OF_LITERALS = Set.of("date", "time", "date and time", "duration");

    private final Set<String> own;

    public Binding() {
        this(Set.of());
    }

    /** @param own names of functions that the model around the expression defines: they are looked up when called */
    public Binding(Set<String> own) {
        this.own = own;
    }

    static @Nullable FEELFunction ofLiteral(String name) {
        return OF_LITERALS.contains(name) ? FUNCTIONS.get(name) : null;
    }

    @Override
    public @Nullable Void defaultVisit(ASTNode node) {
        for (ASTNode child : node.getChildrenNode()) {
            child.accept(this);
        }
        return null;
    }

    @Override
    public @Nullable Void visit(FunctionInvocationNode call) {
        String name = Functions.nameOf(call);
        if (own.contains(name)) {
            call.setName(new NameRefNode(BuiltInType.UNKNOWN, name));
            return call.getParams().accept(this);
        }
        FEELFunction function = ClockFunction.ALL.containsKey(name) ? ClockFunction.ALL.get(name) : FUNCTIONS.get(name);
        if (function == null) {
            throw new IllegalStateException("a call that was not checked");
        }
        call.setName(new BoundFunction(call.getName(), function));
        return call.getParams().accept(this);
    }

    @Override
    public @Nullable Void visit(QualifiedNameNode path) {
        List<NameRefNode> parts = path.getParts();
        if (parts.size() > 1) {
            path.setParts(List.of(new SafePath.Reference(path, parts.get(0), names(parts.subList(1, parts.size())))));
        }
        return null;
    }

    /** The path node stays with no name left to follow, so it gives what its expression gives. */
    @Override
    public @Nullable Void visit(PathExpressionNode path) {
        path.getExpression().accept(this);
        path.setExpression(new SafePath.Step(path, path.getExpression(), names(parts(path.getName()))));
        path.setName(new QualifiedNameNode(List.of(), BuiltInType.UNKNOWN, ""));
        return null;
    }

    @Override
    public @Nullable Void visit(QuantifiedExpressionNode loop) {
        for (IterationContextNode over : loop.getIterationContexts()) {
            if (over.getRangeEndExpr() != null) {
                over.setExpression(new RangeElements(over.getExpression(), over.getRangeEndExpr()));
            } else if (over.getExpression() instanceof RangeNode range) {
                over.setExpression(new RangeElements(range.getStart(), range.getEnd()));
            }
        }
        return defaultVisit(loop);
    }

    private static List<NameRefNode> parts(BaseNode name) {
        return name instanceof QualifiedNameNode path ? path.getParts() : List.of((NameRefNode) name);
    }

    private static List<String> names(List<NameRefNode> parts) {
        return parts.stream().map(part -> Functions.normalized(part.getText())).toList();
    }
}
