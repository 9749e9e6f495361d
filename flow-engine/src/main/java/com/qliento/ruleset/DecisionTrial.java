package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.draft.HasErrors;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.Explained;
import com.qliento.rules.decision.InvalidDecision;
import com.qliento.rules.feel.ClockValues;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about values that somebody types or a program sends; keeps none of them. */
@Component
public class DecisionTrial {

    private static final ProblemType DECISION_NOT_PUBLISHED =
            new ProblemType(ProblemKind.CONFLICT, "decision-not-published", "The decision is not published");

    private final DecisionDrafts drafts;
    private final LiveDecisions live;
    private final Workbench workbench;
    private final Clock clock;
    private final SendLimitsInForce limits;

    DecisionTrial(
            DecisionDrafts drafts, LiveDecisions live, Workbench workbench, Clock clock, SendLimitsInForce limits) {
        this.drafts = drafts;
        this.live = live;
        this.workbench = workbench;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * By a published version.
     *
     * @param version null for the live one
     * @param wanted names of the decisions wanted; all when empty
     * @throws Problem {@code decision-not-published} when there is no such version
     */
    public Decided live(
            Actor actor, String key, @Nullable Integer version, Map<String, ?> inputs, List<String> wanted) {
        actor.require(Permission.LOOK_ON);
        drafts.requireKnown(actor, key);
        var found = published(actor, key, version)
                .orElseThrow(() -> DECISION_NOT_PUBLISHED.because(
                        version == null
                                ? "Decision '" + key + "' has no live version yet. Publish it, or evaluate its draft."
                                : "Decision '" + key + "' has no version " + version + ". List its versions."));
        return decide(actor, found.model(), inputs, wanted);
    }

    private Optional<LiveDecisions.Found> published(Actor actor, String key, @Nullable Integer version) {
        try {
            return live.find(actor.organisation(), key, version);
        } catch (InvalidDecision noLonger) {
            throw errors(noLonger);
        }
    }

    /** By the draft; throws {@link Problem} {@code decision-has-errors} when it can't be used. */
    public Decided draft(Actor actor, String key, Map<String, ?> inputs, List<String> wanted) {
        return file(actor, drafts.get(actor, key).content(), inputs, wanted);
    }

    /** By a file that is no draft yet. */
    public Decided file(Actor actor, byte[] dmn, Map<String, ?> inputs, List<String> wanted) {
        actor.require(Permission.LOOK_ON);
        return decide(actor, compiled(actor, dmn), inputs, wanted);
    }

    /** By a file that is no draft yet, with every row that was looked at. */
    public Explained explain(Actor actor, byte[] dmn, Map<String, ?> inputs) {
        actor.require(Permission.LOOK_ON);
        return compiled(actor, dmn).explain(withTime(actor, inputs), List.of());
    }

    /** The same by a model that is compiled already. */
    public Explained explain(Actor actor, DecisionModel model, Map<String, ?> inputs) {
        actor.require(Permission.LOOK_ON);
        return model.explain(withTime(actor, inputs), List.of());
    }

    /** The compiled file; throws {@link Problem} {@code decision-has-errors}. */
    public DecisionModel model(Actor actor, byte[] dmn) {
        actor.require(Permission.LOOK_ON);
        return compiled(actor, dmn);
    }

    private DecisionModel compiled(Actor actor, byte[] dmn) {
        try {
            return workbench.compile(actor.organisation(), dmn);
        } catch (InvalidDecision invalid) {
            throw errors(invalid);
        }
    }

    private static Problem errors(InvalidDecision invalid) {
        return HasErrors.problem(
                DecisionStore.KIND,
                "The decision can't be used as it is. Mend what 'problems' lists.",
                invalid.problems().stream()
                        .map(problem -> DecisionFinding.of(problem, Locale.ENGLISH))
                        .toList());
    }

    private Decided decide(Actor actor, DecisionModel model, Map<String, ?> inputs, List<String> wanted) {
        return model.evaluate(withTime(actor, inputs), wanted);
    }

    private Map<String, Object> withTime(Actor actor, Map<String, ?> inputs) {
        var given = new HashMap<String, Object>(inputs);
        ClockValues.at(clock.instant(), limits.zone(actor.organisation()))
                .byName()
                .forEach(given::putIfAbsent);
        return given;
    }
}
