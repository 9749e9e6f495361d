package com.qliento.rules.decision;

import com.qliento.rules.feel.Budget;
import com.qliento.rules.feel.EvaluationProblems;
import com.qliento.rules.feel.EvaluationStopped;
import com.qliento.rules.feel.Scope;
import com.qliento.rules.feel.ValueSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.core.impl.DMNResultImpl;
import org.kie.dmn.feel.lang.ast.ASTNode;

/**
 * One evaluation of a model: what it may still take, what went wrong where and which rows matched. The engine hands it to
 * every expression and table.
 */
final class DecisionRun extends DMNResultImpl {

    private final Budget budget = Budget.ofDecision();
    private final DecisionProblems problems = new DecisionProblems();
    private final List<MatchedRow> rows = new ArrayList<>();
    private final @Nullable List<RowTrace> traces;
    private @Nullable EvaluationStopped stopped;

    /** @param explaining whether every cell is looked at, also those that decide nothing any more */
    DecisionRun(DMNModel model, boolean explaining) {
        super(model);
        this.traces = explaining ? new ArrayList<>() : null;
    }

    /** Where to note rows, null when nobody asks. */
    @Nullable
    List<RowTrace> traces() {
        return traces;
    }

    Budget budget() {
        return budget;
    }

    DecisionProblems problems() {
        return problems;
    }

    List<MatchedRow> rows() {
        return rows;
    }

    Scope scope(Consumer<Supplier<FEELEvent>> events) {
        return new Scope(getContext().getAll(), events, budget);
    }

    /** What names stand for here. */
    Map<String, Object> values() {
        return getContext().getAll();
    }

    /**
     * Evaluates one expression, counting. Ends the whole run when it takes too much: what depends on it would be wrong
     * and the library goes on after every failure.
     */
    @Nullable
    Object evaluate(ASTNode tree, Scope scope, DecisionPlace place) {
        if (stopped != null) {
            throw stopped;
        }
        try {
            budget.enter();
            Object value = tree.evaluate(scope);
            ValueSize.require(value);
            return value;
        } catch (EvaluationStopped tooMuch) {
            throw stop(tooMuch, place);
        } catch (StackOverflowError tooDeep) {
            throw stop(EvaluationStopped.depth(), place);
        } finally {
            budget.leave();
        }
    }

    EvaluationStopped stop(EvaluationStopped why, DecisionPlace place) {
        if (stopped == null) {
            stopped = why;
            problems.add(DecisionProblem.error("stopped." + why.code(), place));
        }
        return stopped;
    }

    /**
     * Takes an event of the engine as a problem; its own words quote values and are left. What it only warns of (a value
     * that is not there, times with and without a zone) has a result, if it is null: the decision stands.
     */
    void tell(FEELEvent event, DecisionPlace place) {
        if (event.getSeverity() == Severity.ERROR) {
            var cause = EvaluationProblems.cause(event);
            problems.add(DecisionProblem.error("no-result." + cause.kind(), place, cause.part()));
        } else if (event.getSeverity() == Severity.WARN) {
            problems.add(DecisionProblem.warning("warned", place));
        }
    }
}
