package com.qliento.ui.board;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowProblem;
import com.qliento.draft.Draft;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.FlowReview;
import com.qliento.ui.draft.DraftDesk;
import com.qliento.ui.draft.DraftDesks;
import com.qliento.ui.draft.DraftReview;
import com.qliento.ui.draft.DraftWords;
import com.qliento.ui.shell.BoardSetup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts of flows, as the screens work with them. */
@Component
class FlowDesk implements DraftReview {

    private static final DraftWords WORDS = new DraftWords(
            "editor.changed.by",
            "editor.changed.followed",
            "editor.leave.help",
            "editor.kept.done",
            "editor.publish.title",
            "editor.publish.first",
            "editor.publish.replaces",
            "editor.publish.warnings",
            "editor.publish.more",
            "editor.publish.changed",
            "editor.publish.decide",
            "editor.rollback.help");

    private final FlowReview flows;
    private final DraftDesk desk;

    FlowDesk(FlowDrafts drafts, FlowPublishing versions, FlowReview flows, BoardSetup boards, DraftDesks desks) {
        this.flows = flows;
        this.desk = desks.of(
                drafts, versions, this, (who, all, old, now) -> new CompareDialog(boards, all, old, now).open(), WORDS);
    }

    DraftDesk desk() {
        return desk;
    }

    /** What is wrong with a draft, errors first, in this language. */
    List<FlowProblem> problems(Actor actor, Draft draft, Locale language) {
        return flows.check(actor, draft.key(), draft.content(), language);
    }

    @Override
    public List<Found> check(Actor actor, Draft draft, Locale language) {
        return problems(actor, draft, language).stream()
                .map(problem ->
                        new Found(problem.message(), problem.error(), problem.elementId(), problem.elementName()))
                .toList();
    }

    @Override
    public Optional<String> refusal(byte[] content, Locale language) {
        return flows.refusal(content, language);
    }
}
