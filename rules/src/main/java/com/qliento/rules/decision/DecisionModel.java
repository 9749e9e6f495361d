package com.qliento.rules.decision;

import com.qliento.rules.feel.EvaluationStopped;
import com.qliento.rules.feel.PlainValue;
import com.qliento.rules.feel.ValueSize;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.impl.DMNResultImpl;
import org.kie.dmn.core.impl.DMNResultImplFactory;
import org.kie.dmn.core.impl.DMNRuntimeImpl;

/**
 * A compiled decision model. Immutable and safe for many threads. Ends soon, whatever it is given: a run that takes too
 * much is stopped, and told as a problem.
 */
public final class DecisionModel {

    private final DMNModel model;
    private final ModelBase base;
    private final List<DecisionRow> rows;
    private final Map<String, String> allowed;
    private final Map<String, DMNType> types = new LinkedHashMap<>();

    /** @param allowed values that columns may have as they are written, by the expression of the column */
    DecisionModel(DMNModel model, List<DecisionRow> rows, Map<String, String> allowed) {
        this.model = model;
        this.rows = List.copyOf(rows);
        this.allowed = Map.copyOf(allowed);
        this.base = new ModelBase(model);
        model.getDecisions().forEach(decision -> types.put(decision.getName(), decision.getResultType()));
        model.getInputs().forEach(input -> types.put(input.getName(), input.getType()));
    }

    /** Every row of every table. */
    public List<DecisionRow> rows() {
        return rows;
    }

    /** What it asks for, by name. */
    public List<DecisionInput> inputs() {
        return model.getInputs().stream()
                .map(input -> DecisionInput.of(input.getName(), input.getType())
                        .orOnly(allowed.getOrDefault(input.getName(), "")))
                .sorted(Comparator.comparing(DecisionInput::name))
                .toList();
    }

    /** What it decides and of which types, those first that no other needs. */
    public List<DecisionInput> decisions() {
        Set<String> needed = needed();
        return model.getDecisions().stream()
                .sorted(Comparator.comparing((DecisionNode decision) -> needed.contains(decision.getName()))
                        .thenComparing(DecisionNode::getName))
                .map(decision -> DecisionInput.of(decision.getName(), decision.getResultType()))
                .toList();
    }

    /** Names of the decisions that no other needs: what the model is for. */
    public List<String> wanted() {
        Set<String> needed = needed();
        return decisions().stream()
                .map(DecisionInput::name)
                .filter(name -> !needed.contains(name))
                .toList();
    }

    private Set<String> needed() {
        return model.getDecisions().stream()
                .flatMap(decision -> ((DMNBaseNode) decision).getDependencies().values().stream())
                .map(DMNNode::getName)
                .collect(Collectors.toSet());
    }

    /** The inputs that these decisions need, directly or through others; all when none is named. */
    public Set<String> needs(Collection<String> decisions) {
        var needs = new TreeSet<String>();
        var open = new ArrayDeque<DMNNode>(chosen(decisions));
        var seen = new LinkedHashSet<String>();
        while (!open.isEmpty()) {
            DMNNode node = open.pop();
            if (node instanceof InputDataNode) {
                needs.add(node.getName());
            } else if (seen.add(node.getName()) && node instanceof DMNBaseNode between) {
                open.addAll(between.getDependencies().values());
            }
        }
        return needs;
    }

    private List<DecisionNode> chosen(Collection<String> names) {
        return model.getDecisions().stream()
                .filter(decision -> names.isEmpty() || names.contains(decision.getName()))
                .toList();
    }

    /** Decides everything. */
    public Decided evaluate(Map<String, ?> given) {
        return evaluate(given, List.of());
    }

    /**
     * Decides.
     *
     * @param given values by name of input data: plain Java, dates also as ISO 8601 texts; every input that is needed has
     *     to be there, null for one that is unknown. A decision given here is taken as it is and not decided. {@code now}
     *     and {@code today} are the time of the decision
     * @param decisions names of those wanted; all when empty
     */
    public Decided evaluate(Map<String, ?> given, Collection<String> decisions) {
        var problems = new DecisionProblems();
        DecisionRun run = run(given, decisions, problems, false);
        return run == null ? new Decided(Map.of(), List.of(), problems.list()) : decided(run);
    }

    /** The same, looking at every row of every table that decides; slower. */
    public Explained explain(Map<String, ?> given, Collection<String> decisions) {
        var problems = new DecisionProblems();
        DecisionRun run = run(given, decisions, problems, true);
        return run == null
                ? new Explained(new Decided(Map.of(), List.of(), problems.list()), List.of())
                : new Explained(decided(run), Objects.requireNonNullElse(run.traces(), List.of()));
    }

    /** Null when it can't even begin, which is told as problems. */
    private @Nullable DecisionRun run(
            Map<String, ?> given, Collection<String> decisions, DecisionProblems problems, boolean explaining) {
        for (String name : decisions) {
            if (model.getDecisionByName(name) == null) {
                problems.add(DecisionProblem.error("unknown-decision", DecisionPlace.MODEL, name));
            }
        }
        DMNContextImpl context = context(given, decisions, problems);
        if (problems.errors()) {
            return null;
        }
        var runtime = new DMNRuntimeImpl(base);
        runtime.setDMNResultImplFactory(new DMNResultImplFactory() {
            @Override
            public DMNResultImpl newDMNResultImpl(DMNModel ofModel) {
                return new DecisionRun(ofModel, explaining);
            }
        });
        return (DecisionRun)
                (decisions.isEmpty()
                        ? runtime.evaluateAll(model, context)
                        : runtime.evaluateByName(model, context, decisions.toArray(String[]::new)));
    }

    private DMNContextImpl context(Map<String, ?> given, Collection<String> decisions, DecisionProblems problems) {
        var context = new DMNContextImpl();
        try {
            ValueSize.require(given.values().toArray());
        } catch (EvaluationStopped tooMuch) {
            problems.add(DecisionProblem.error("inputs-too-large", DecisionPlace.MODEL));
            return context;
        }
        given.forEach((name, value) -> {
            DMNType type = types.get(name);
            if (type == null && DecisionLogic.CLOCK.containsKey(name)) {
                context.set(name, value);
            } else if (type == null) {
                problems.add(DecisionProblem.error("unknown-input", DecisionPlace.MODEL, name));
            } else {
                context.set(name, new GivenValue(name, problems).as(type, value));
            }
        });
        for (String needed : needs(decisions)) {
            if (!given.containsKey(needed) && !coveredByGiven(needed, given)) {
                problems.add(DecisionProblem.error("missing-input", DecisionPlace.MODEL, needed));
            }
        }
        return context;
    }

    /** Whoever gives a decision does not give what only it needs. */
    private boolean coveredByGiven(String input, Map<String, ?> given) {
        return model.getDecisions().stream().anyMatch(decision -> given.containsKey(decision.getName()))
                && types.containsKey(input);
    }

    private static Decided decided(DecisionRun run) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        DecisionProblems problems = run.problems();
        for (DMNDecisionResult result : run.getDecisionResults()) {
            switch (result.getEvaluationStatus()) {
                case SUCCEEDED -> plain(result, values, problems);
                case FAILED, SKIPPED, EVALUATING -> tellWhy(run, result, problems);
                case NOT_EVALUATED -> {} // not asked for
            }
        }
        for (DMNMessage message : run.getMessages(DMNMessage.Severity.ERROR)) {
            if (!problems.errors()) {
                problems.add(EngineMessages.problem(message));
            }
        }
        return new Decided(values, run.rows(), problems.list());
    }

    private static void plain(
            DMNDecisionResult result, Map<String, @Nullable Object> values, DecisionProblems problems) {
        try {
            values.put(result.getDecisionName(), PlainValue.strictly(result.getResult()));
        } catch (PlainValue.NotPlain range) {
            problems.add(DecisionProblem.error(
                    "not-plain", DecisionPlace.of(result.getDecisionName(), result.getDecisionId())));
        } catch (EvaluationStopped tooMuch) {
            problems.add(DecisionProblem.error(
                    "stopped." + tooMuch.code(), DecisionPlace.of(result.getDecisionName(), result.getDecisionId())));
        }
    }

    private static void tellWhy(DecisionRun run, DMNDecisionResult result, DecisionProblems problems) {
        boolean told = problems.list().stream()
                .anyMatch(problem -> problem.error()
                        && result.getDecisionName().equals(problem.place().decision()));
        if (told) {
            return;
        }
        problems.add(run.getMessages(DMNMessage.Severity.ERROR).stream()
                .filter(message -> result.getDecisionId().equals(message.getSourceId()))
                .findFirst()
                .map(EngineMessages::problem)
                .orElseGet(() -> DecisionProblem.error(
                        "no-result.none", DecisionPlace.of(result.getDecisionName(), result.getDecisionId()))));
    }
}
