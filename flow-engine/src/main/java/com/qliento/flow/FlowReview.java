package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.draft.HasErrors;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what is wrong with flows, to somebody whose role allows it, else {@link Problem} (forbidden). Changes nothing. */
@Component
public class FlowReview {

    private final FlowDrafts drafts;
    private final FlowExaminer examiner;

    FlowReview(FlowDrafts drafts, FlowExaminer examiner) {
        this.drafts = drafts;
        this.examiner = examiner;
    }

    /** What is wrong with the draft, in English, errors first. */
    public List<FlowProblem> check(Actor actor, String key) {
        return check(actor, key, Locale.ENGLISH);
    }

    /** What is wrong with the draft, errors first, in this language (English when it is none of ours). */
    public List<FlowProblem> check(Actor actor, String key, Locale language) {
        return check(actor, key, drafts.get(actor, key).content(), language);
    }

    /** What is wrong with a file that is no draft yet, errors first. */
    public List<FlowProblem> check(Actor actor, String key, byte[] bpmn, Locale language) {
        actor.require(Permission.LOOK_ON);
        return examiner.examine(actor.organisation(), key, bpmn, language);
    }

    /** What is said of a flow whose errors keep it from what somebody wants to do with it. */
    public static Problem hasErrors(String detail, List<FlowProblem> problems) {
        return HasErrors.problem(FlowStore.KIND, detail, problems);
    }

    /** Why a file can't be kept as a flow, in this language; empty when it can. */
    public Optional<String> refusal(byte[] bpmn, Locale language) {
        try {
            examiner.read(KeptText.ofXml(bpmn));
            return Optional.empty();
        } catch (UnreadableFlow unreadable) {
            return Optional.of(unreadable.problem(language).message());
        }
    }
}
