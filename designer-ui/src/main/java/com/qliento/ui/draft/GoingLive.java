package com.qliento.ui.draft;

import com.qliento.draft.Draft;
import com.qliento.problem.Problem;
import com.qliento.ui.draft.PublishDialog.HeldBack;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes what its person sees on the board: nothing goes live that somebody else saved meanwhile. */
public final class GoingLive {

    private static final int MILLIS = 8_000;

    /** What to do when test cases fail. */
    public interface Holding {

        /** Says it in the last question, which asks again, or, when empty, asks by itself and then publishes {@code anyway}. */
        Optional<HeldBack> of(Problem refused, SerializableRunnable anyway);
    }

    private final DraftDesk desk;
    private final SignedIn signedIn;
    private final DraftKeeper keeper;
    private final SerializableConsumer<String> jump;
    private final Holding holding;
    private String note = "";

    /** @param jump shows on the board what a problem is about */
    public GoingLive(
            DraftDesk desk, SignedIn signedIn, DraftKeeper keeper, SerializableConsumer<String> jump, Holding holding) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.keeper = keeper;
        this.jump = jump;
        this.holding = holding;
    }

    /** Asks for the last time. What was written a moment ago is saved first: nobody publishes something else than they see. */
    public void ask() {
        keeper.upToDate(saved -> {
            if (saved || keeper.undecided()) {
                keeper.seen().ifPresentOrElse(this::ask, () -> say(desk.words().undecided()));
            }
        });
    }

    private void ask(Draft draft) {
        List<DraftReview.Found> problems;
        try {
            problems =
                    desk.review().check(signedIn.actor(), draft, UI.getCurrent().getLocale());
        } catch (Problem busy) {
            show(Refusal.words(UI.getCurrent(), busy));
            return;
        }
        new PublishDialog(
                        new PublishDialog.About(draft.liveVersion(), problems, note),
                        desk.words(),
                        new PublishDialog.Deeds() {
                            @Override
                            public void compare() {
                                GoingLive.this.compare(draft);
                            }

                            @Override
                            public void jump(String place) {
                                jump.accept(place);
                            }

                            @Override
                            public Optional<HeldBack> publish(String words, boolean anyway) {
                                return GoingLive.this.publish(draft, words, anyway);
                            }
                        })
                .open();
    }

    private void compare(Draft draft) {
        var sides = DraftSides.of(desk, signedIn, draft);
        sides.version(draft.liveVersion())
                .ifPresent(live -> desk.comparing().show(signedIn, sides.all(), live, sides.draft()));
    }

    private Optional<HeldBack> publish(Draft draft, String words, boolean anyway) {
        note = words;
        try {
            var version = desk.versions().publish(signedIn.actor(), draft.key(), words, draft.revision(), anyway);
            note = "";
            Notification.show(
                            UI.getCurrent().getTranslation("editor.published", version.version()),
                            MILLIS,
                            Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
            return Optional.empty();
        } catch (Problem refused) {
            return refused(draft, refused);
        }
    }

    private Optional<HeldBack> refused(Draft draft, Problem refused) {
        if (refused.more().containsKey("cases")) {
            return holding.of(refused, () -> publish(draft, note, true));
        }
        if (desk.drafts().changedMeanwhile(refused)) {
            keeper.look();
            say(desk.words().changed());
        } else if (desk.drafts().hasErrors(refused)) {
            say(
                    "editor.publish.errors",
                    desk.review().check(signedIn.actor(), draft, Locale.ENGLISH).stream()
                            .filter(DraftReview.Found::error)
                            .count());
        } else {
            show(Refusal.words(UI.getCurrent(), refused));
        }
        return Optional.empty();
    }

    private static void say(String key, Object... values) {
        show(UI.getCurrent().getTranslation(key, values));
    }

    private static void show(String words) {
        Notification.show(words, MILLIS, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
