package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.InvalidDecision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what is wrong with decisions, to somebody whose role allows it, else {@link Problem} (forbidden). Changes nothing. */
@Component
public class DecisionReview {

    private final DecisionDrafts drafts;
    private final Workbench workbench;

    DecisionReview(DecisionDrafts drafts, Workbench workbench) {
        this.drafts = drafts;
        this.workbench = workbench;
    }

    /** What is wrong with the draft, errors first, in this language (English when it is none of ours). */
    public List<DecisionFinding> check(Actor actor, String key, Locale language) {
        return check(actor, drafts.get(actor, key).content(), language);
    }

    /** What is wrong with a file that is no draft yet, errors first. */
    public List<DecisionFinding> check(Actor actor, byte[] dmn, Locale language) {
        actor.require(Permission.LOOK_ON);
        return workbench.check(actor.organisation(), dmn).stream()
                .map(problem -> DecisionFinding.of(problem, language))
                .toList();
    }

    /** Why a file can't be kept as a decision, in this language; empty when it can. */
    public Optional<String> refusal(byte[] dmn, Locale language) {
        try {
            workbench.name(KeptText.ofXml(dmn));
            return Optional.empty();
        } catch (InvalidDecision unreadable) {
            return Optional.of(unreadable.problems().get(0).message(language));
        }
    }
}
