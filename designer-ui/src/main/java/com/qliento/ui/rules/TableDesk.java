package com.qliento.ui.rules;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.problem.Problem;
import com.qliento.ruleset.DecisionDiff;
import com.qliento.ruleset.DecisionDrafts;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionPublishing;
import com.qliento.ruleset.DecisionReview;
import com.qliento.ui.draft.DraftDesk;
import com.qliento.ui.draft.DraftDesks;
import com.qliento.ui.draft.DraftReview;
import com.qliento.ui.draft.DraftSides.Side;
import com.qliento.ui.draft.DraftWords;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts of tables, as the screens work with them. */
@Component
class TableDesk implements DraftReview {

    private static final DraftWords WORDS = new DraftWords(
            "rules.changed.by",
            "rules.changed.followed",
            "rules.leave.help",
            "rules.kept.done",
            "rules.publish.title",
            "rules.publish.help",
            "rules.publish.help",
            "rules.publish.warnings",
            "rules.publish.more",
            "rules.publish.changed",
            "rules.publish.decide",
            "rules.rollback.help");

    private final DecisionReview decisions;
    private final DecisionDiff diff;
    private final DraftDesk desk;

    TableDesk(
            DecisionDrafts drafts,
            DecisionPublishing versions,
            DecisionReview decisions,
            DecisionDiff diff,
            DraftDesks desks) {
        this.decisions = decisions;
        this.diff = diff;
        this.desk = desks.of(drafts, versions, this, (who, all, old, now) -> compare(who, old, now), WORDS);
    }

    DraftDesk desk() {
        return desk;
    }

    private void compare(SignedIn who, Side old, Side now) {
        var ui = UI.getCurrent();
        try {
            var title = old.version() == null
                    ? ui.getTranslation("compare.title")
                    : ui.getTranslation("rules.changes", old.version());
            new ChangesDialog(
                            title,
                            diff.between(
                                    who.actor(),
                                    old.content().get(),
                                    now.content().get()))
                    .open();
        } catch (Problem refused) {
            Notification.show(Refusal.words(ui, refused));
        }
    }

    /** What is wrong with a table, in this language. */
    List<DecisionFinding> problems(Actor actor, byte[] dmn, Locale language) {
        return decisions.check(actor, dmn, language);
    }

    @Override
    public List<Found> check(Actor actor, Draft draft, Locale language) {
        return problems(actor, draft.content(), language).stream()
                .map(problem -> new Found(problem.message(), problem.error(), null, null))
                .toList();
    }

    @Override
    public Optional<String> refusal(byte[] content, Locale language) {
        return decisions.refusal(content, language);
    }
}
