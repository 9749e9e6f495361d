package com.qliento.rules.decision;

import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.EvaluatorResult;
import org.kie.dmn.api.core.EvaluatorResult.ResultType;
import org.kie.dmn.api.core.event.DMNRuntimeEventManager;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.EvaluatorResultImpl;
import org.kie.dmn.feel.lang.ast.ASTNode;

/** An expression written in FEEL, wherever in a model it stands. */
record LiteralLogic(ASTNode tree, DecisionPlace place) implements DMNExpressionEvaluator {

    @Override
    public EvaluatorResult evaluate(DMNRuntimeEventManager events, DMNResult result) {
        var run = (DecisionRun) result;
        var scope = run.scope(event -> run.tell(event.get(), place));
        try {
            return new EvaluatorResultImpl(run.evaluate(tree, scope, place), ResultType.SUCCESS);
        } catch (RuntimeException beyondFeel) {
            // what the library says may quote values
            run.problems().add(DecisionProblem.error("no-result.none", place));
            return new EvaluatorResultImpl(null, ResultType.FAILURE);
        }
    }
}
