package com.qliento.rules.decision;

import com.qliento.rules.feel.EvaluationStopped;
import com.qliento.rules.feel.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.EvaluatorResult;
import org.kie.dmn.api.core.EvaluatorResult.ResultType;
import org.kie.dmn.api.core.event.DMNRuntimeEventManager;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.EvaluatorResultImpl;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.DecisionTable;
import org.kie.dmn.feel.runtime.decisiontables.HitPolicy;
import org.kie.dmn.feel.runtime.events.DecisionTableRulesSelectedEvent;
import org.kie.dmn.feel.runtime.events.HitPolicyViolationEvent;

/**
 * A decision table: which rows match is found here, cell by cell, so that what goes wrong has a cell; what the matching
 * rows come to is the engine's, by its hit policies.
 */
record TableLogic(
        DecisionPlace place,
        String name,
        HitPolicy policy,
        List<TableColumn.Input> inputs,
        List<TableColumn.Output> outputs,
        List<TableRow> rows)
        implements DMNExpressionEvaluator, DecisionTable {

    private static final EvaluatorResult NONE = new EvaluatorResultImpl(null, ResultType.FAILURE);

    @Override
    public EvaluatorResult evaluate(DMNRuntimeEventManager events, DMNResult result) {
        return new Evaluation((DecisionRun) result).decide();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public List<TableColumn.Output> getOutputs() {
        return outputs;
    }

    /** The cells of one row that were not met are told apart from those nobody looked at. */
    private final class Evaluation {

        private final DecisionRun run;
        private final Set<Integer> counted = new LinkedHashSet<>();
        private DecisionPlace at = place;
        private boolean failed;

        private Evaluation(DecisionRun run) {
            this.run = run;
        }

        private EvaluatorResult decide() {
            try {
                List<@Nullable Object> values = values();
                return failed ? NONE : decide(values);
            } catch (EvaluationStopped tooMuch) {
                throw run.stop(tooMuch, at);
            } catch (RuntimeException beyondFeel) {
                // what the library says may quote values
                return fail(DecisionProblem.error("no-result.none", at));
            }
        }

        private List<@Nullable Object> values() {
            var values = new ArrayList<@Nullable Object>(inputs.size());
            for (TableColumn.Input input : inputs) {
                at = input.place();
                Object value = run.evaluate(input.tree(), run.scope(this::heard), at);
                requireAllowed(input, value);
                values.add(value);
            }
            return values;
        }

        private void requireAllowed(TableColumn.Input input, @Nullable Object value) {
            if (!input.allowed().isEmpty()
                    && !allowed(input.allowed(), value, input.type().isCollection())) {
                fail(DecisionProblem.error("input-not-allowed", at));
            }
        }

        private EvaluatorResult decide(List<@Nullable Object> values) {
            List<TableRow> matching = matching(values);
            if (matching.isEmpty()) {
                return otherwise();
            }
            var results = new ArrayList<@Nullable Object>(matching.size());
            for (TableRow row : matching) {
                results.add(outcome(row));
            }
            if (failed) {
                return NONE;
            }
            at = place;
            Object decided = policy.getDti()
                    .dti(
                            run.scope(this::heard),
                            TableLogic.this,
                            matching.stream().map(TableRow::rule).toList(),
                            results);
            matching.forEach(this::note);
            return failed ? NONE : new EvaluatorResultImpl(decided, ResultType.SUCCESS);
        }

        private List<TableRow> matching(List<@Nullable Object> values) {
            var scope = run.scope(this::heard);
            var matching = new ArrayList<TableRow>();
            for (TableRow row : rows) {
                if (run.traces() != null) {
                    explain(row, values, scope, run.traces());
                }
                if (matches(row, values, scope)) {
                    matching.add(row);
                    if (policy == HitPolicy.FIRST) {
                        break;
                    }
                }
            }
            return matching;
        }

        private void explain(TableRow row, List<@Nullable Object> values, Scope scope, List<RowTrace> traces) {
            var missed = new ArrayList<DecisionPlace>();
            for (int i = 0; i < values.size(); i++) {
                var condition = row.conditions().get(i);
                run.budget().step();
                if (!condition.met(scope, values.get(i))) {
                    missed.add(condition.place());
                }
            }
            traces.add(new RowTrace(
                    String.valueOf(place.decision()),
                    row.rule().getIndex() + 1,
                    row.rule().getId(),
                    missed));
        }

        private boolean matches(TableRow row, List<@Nullable Object> values, Scope scope) {
            for (int i = 0; i < values.size(); i++) {
                var condition = row.conditions().get(i);
                at = condition.place();
                run.budget().step();
                if (!condition.met(scope, values.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private @Nullable Object outcome(TableRow row) {
            var several = new LinkedHashMap<String, @Nullable Object>();
            Object one = null;
            for (int i = 0; i < outputs.size(); i++) {
                at = row.outputs().get(i).place();
                one = run.evaluate(row.outputs().get(i).tree(), run.scope(this::heard), at);
                requireAllowed(outputs.get(i), one);
                several.put(String.valueOf(outputs.get(i).name()), one);
            }
            return outputs.size() == 1 ? one : several;
        }

        private void requireAllowed(TableColumn.Output output, @Nullable Object value) {
            boolean each = output.isCollection() && value instanceof List<?>;
            if (!each && !output.getType().isAssignableValue(value)) {
                fail(DecisionProblem.error("output-type", at, DecisionInput.typeOf(output.type())));
            } else if (!output.allowed().isEmpty() && !allowed(output.allowed(), value, output.isCollection())) {
                fail(DecisionProblem.error("output-not-allowed", at));
            }
        }

        private boolean allowed(List<UnaryTest> tests, @Nullable Object value, boolean list) {
            var scope = run.scope(event -> {});
            List<?> each = list && value instanceof List<?> elements ? elements : Arrays.asList(value);
            return each.stream()
                    .allMatch(one -> tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(scope, one))));
        }

        private EvaluatorResult otherwise() {
            at = place;
            if (outputs.stream().allMatch(output -> output.otherwise() != null)) {
                var several = new LinkedHashMap<String, @Nullable Object>();
                Object one = null;
                for (TableColumn.Output output : outputs) {
                    one = output.otherwise() == null
                            ? null
                            : run.evaluate(output.otherwise(), run.scope(this::heard), output.place());
                    several.put(String.valueOf(output.name()), one);
                }
                return new EvaluatorResultImpl(outputs.size() == 1 ? one : several, ResultType.SUCCESS);
            }
            if (policy.getDefaultValue() == null) {
                run.problems().add(DecisionProblem.warning("no-row", place));
            }
            return new EvaluatorResultImpl(policy.getDefaultValue(), ResultType.SUCCESS);
        }

        private void note(TableRow row) {
            run.rows()
                    .add(new MatchedRow(
                            String.valueOf(place.decision()),
                            row.rule().getIndex() + 1,
                            row.rule().getId(),
                            counted.contains(row.rule().getIndex() + 1)));
        }

        private void heard(Supplier<FEELEvent> happened) {
            FEELEvent event = happened.get();
            if (event instanceof DecisionTableRulesSelectedEvent selected) {
                counted.addAll(selected.getFired());
            } else if (event instanceof HitPolicyViolationEvent violation) {
                fail(DecisionProblem.error(
                        policy == HitPolicy.ANY ? "rows-differ" : "rows-overlap",
                        place,
                        violation.getOffendingRules().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))));
            } else {
                run.tell(event, at);
            }
        }

        private EvaluatorResult fail(DecisionProblem problem) {
            run.problems().add(problem);
            failed = true;
            return NONE;
        }
    }
}
