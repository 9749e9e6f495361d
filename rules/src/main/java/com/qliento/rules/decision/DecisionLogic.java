package com.qliento.rules.decision;

import com.qliento.rules.feel.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.FunctionDefinition;
import org.kie.dmn.model.api.FunctionKind;
import org.kie.dmn.model.api.Invocation;
import org.kie.dmn.model.api.LiteralExpression;

/**
 * Compiles what decides: expressions and tables become our own, checked and counted; the rest (contexts, lists,
 * invocations, functions) is the engine's, put together from them.
 */
final class DecisionLogic extends DMNEvaluatorCompiler {

    /** The time of the decision, which no model has to ask for. */
    static final Map<String, Type> CLOCK = Map.of("now", BuiltInType.DATE_TIME, "today", BuiltInType.DATE);

    private final Set<String> functions;
    private final DecisionProblems problems;
    private final Consumer<TableLogic> tables;

    DecisionLogic(
            DMNCompilerImpl compiler, Set<String> functions, DecisionProblems problems, Consumer<TableLogic> tables) {
        super(compiler);
        this.functions = functions;
        this.problems = problems;
        this.tables = tables;
    }

    @Override
    public @Nullable DMNExpressionEvaluator compileExpression(
            DMNCompilerContext names,
            DMNModelImpl model,
            DMNBaseNode node,
            String name,
            @Nullable Expression expression) {
        if (expression instanceof LiteralExpression literal) {
            return literal(names, model, node, literal);
        }
        if (expression instanceof DecisionTable table) {
            return table(names, model, node, name, table);
        }
        if (expression instanceof Invocation invocation && !known(invocation)) {
            problems.add(DecisionProblem.error("unknown-function", place(node, invocation), called(invocation)));
            return null;
        }
        if (expression instanceof FunctionDefinition function && function.getKind() != FunctionKind.FEEL) {
            problems.add(DecisionProblem.error("external-function", place(node, function)));
            return null;
        }
        return super.compileExpression(names, model, node, name, expression);
    }

    private @Nullable DMNExpressionEvaluator literal(
            DMNCompilerContext names, DMNModelImpl model, DMNBaseNode node, LiteralExpression literal) {
        DecisionPlace place = place(node, literal);
        if (literal.getText() == null || literal.getText().isBlank()) {
            problems.add(DecisionProblem.error("no-expression", place));
            return null;
        }
        BaseNode tree = feel(model).expression(literal.getText(), types(names), place);
        return tree == null ? null : new LiteralLogic(tree, place);
    }

    private @Nullable DMNExpressionEvaluator table(
            DMNCompilerContext names, DMNModelImpl model, DMNBaseNode node, String name, DecisionTable table) {
        var reader = new TableReader(table, model, feel(model), types(names), problems);
        TableLogic logic = reader.read(place(node, table), name);
        if (logic != null) {
            tables.accept(logic);
        }
        return logic;
    }

    private DecisionFeel feel(DMNModelImpl model) {
        return new DecisionFeel(model.getTypeRegistry(), functions, problems);
    }

    private boolean known(Invocation invocation) {
        return functions.contains(called(invocation));
    }

    private static String called(Invocation invocation) {
        return invocation.getExpression() instanceof LiteralExpression name && name.getText() != null
                ? Functions.normalized(name.getText().strip())
                : "";
    }

    private static Map<String, Type> types(DMNCompilerContext names) {
        var types = new HashMap<String, Type>(DecisionFeel.types(names.getVariables()));
        CLOCK.forEach(types::putIfAbsent);
        return types;
    }

    private static DecisionPlace place(DMNBaseNode node, Expression expression) {
        return DecisionPlace.of(
                node.getName(), expression.getId() == null ? node.getSource().getId() : expression.getId());
    }
}
