package com.qliento.ui.board;

import com.qliento.bpmn.FlowProblem;
import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowPublishing;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.function.BiConsumer;

/** Publishes what its person sees on the board: nothing goes live that somebody else saved meanwhile. */
final class GoingLive {

    private static final int MILLIS = 8_000;

    private final DraftKeeper.Parts parts;
    private final SignedIn signedIn;
    private final DraftKeeper keeper;
    private final FlowCanvas canvas;
    private final BiConsumer<Problem, SerializableRunnable> heldBack;
    private String note = "";

    /** @param heldBack asks whether to publish all the same */
    GoingLive(
            DraftKeeper.Parts parts,
            SignedIn signedIn,
            DraftKeeper keeper,
            FlowCanvas canvas,
            BiConsumer<Problem, SerializableRunnable> heldBack) {
        this.parts = parts;
        this.signedIn = signedIn;
        this.keeper = keeper;
        this.canvas = canvas;
        this.heldBack = heldBack;
    }

    /** Asks for the last time, of the draft as it was saved. */
    void ask() {
        keeper.seen().ifPresentOrElse(this::ask, () -> say("editor.publish.decide"));
    }

    private void ask(FlowDraft draft) {
        var problems = publishing()
                .check(
                        signedIn.actor(),
                        draft.key(),
                        draft.bpmn(),
                        UI.getCurrent().getLocale());
        new PublishDialog(
                        new PublishDialog.About(draft.liveVersion(), problems, note),
                        () -> compare(draft),
                        canvas::select,
                        words -> publish(draft, words, false))
                .open();
    }

    private void compare(FlowDraft draft) {
        var sides = CompareSides.of(parts, signedIn, draft);
        sides.version(draft.liveVersion())
                .ifPresent(live -> new CompareDialog(sides.all(), live, sides.draft()).open());
    }

    private void publish(FlowDraft draft, String words, boolean anyway) {
        note = words;
        try {
            var version = parts.drafts().publish(signedIn.actor(), draft.key(), words, draft.revision(), anyway);
            note = "";
            Notification.show(
                            UI.getCurrent().getTranslation("editor.published", version.version()),
                            MILLIS,
                            Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        } catch (Problem refused) {
            refused(draft, refused);
        }
    }

    private void refused(FlowDraft draft, Problem refused) {
        switch (refused.code()) {
            case "cases-fail" -> heldBack.accept(refused, () -> publish(draft, note, true));
            case "flow-changed" -> {
                keeper.look();
                say("editor.publish.changed");
            }
            case "flow-has-errors" ->
                say(
                        "editor.publish.errors",
                        publishing().check(signedIn.actor(), draft.key()).stream()
                                .filter(FlowProblem::error)
                                .count());
            default -> show(Refusal.words(UI.getCurrent(), refused));
        }
    }

    private static void say(String key, Object... values) {
        show(UI.getCurrent().getTranslation(key, values));
    }

    private static void show(String words) {
        Notification.show(words, MILLIS, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }

    private FlowPublishing publishing() {
        return parts.publishing();
    }
}
