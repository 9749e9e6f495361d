package com.qliento.ui.draft;

import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Ago;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Saves what is written on a board, and steps in when somebody else saved meanwhile: then nothing is written until the
 * person has decided whose goes on, and the other one is kept.
 */
public final class DraftKeeper extends Div {

    private final transient DraftDesk desk;
    private final transient SignedIn signedIn;
    private final DraftBoard board;
    private final SerializableConsumer<Draft> onSaved;
    private final KeptDrawing kept;
    private final Ago saved;
    private String key = "";
    private long revision;
    private boolean dirty;
    private boolean undecided;

    /** @param onSaved the board shows this draft, saved by its person or by somebody else */
    public DraftKeeper(DraftDesk desk, SignedIn signedIn, DraftBoard board, SerializableConsumer<Draft> onSaved) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.board = board;
        this.onSaved = onSaved;
        this.kept = new KeptDrawing(board.component());
        addClassName("q-editor-banner");
        getElement().setAttribute("role", "alert");
        setVisible(false);
        saved = new Ago(
                getTranslation("editor.saved.now"),
                getTranslation("editor.saved.seconds", "{0}"),
                getTranslation("editor.saved.minutes", "{0}"));
        saved.addClassName("q-editor-saved");
        saved.getElement().setAttribute("role", "status");
        saved.follow(board.component());
    }

    /** Says when it was saved last. */
    public Ago saved() {
        return saved;
    }

    /** Keeps in the browser's tab what is not saved; has to be on the page, too. */
    public Div kept() {
        return kept;
    }

    /** The board shows this draft from now on. */
    public void opened(Draft draft) {
        key = draft.key();
        revision = draft.revision();
        dirty = false;
        decided();
        if (signedIn.may(Permission.BUILD)) {
            saved.say(getTranslation("editor.saved.all"));
            kept.watch(signedIn, desk.drafts().kind() + "/" + key, this::takeFromTab);
        }
    }

    /** What the browser kept for a person who was away too long is shown again; whoever else saved since is told of. */
    private void takeFromTab(String xml) {
        board.open(bytes(xml));
        save(xml);
    }

    /** The key of the draft that is shown. */
    String key() {
        return key;
    }

    /** Something was changed that is not saved yet. */
    public void changing() {
        dirty = true;
    }

    /** Whether something was changed that is not saved. */
    public boolean dirty() {
        return dirty;
    }

    /** Saves the file; gives whether it is the draft now. */
    public boolean save(String xml) {
        if (undecided) {
            notSaved(getTranslation("editor.saved.undecided"));
            return false;
        }
        try {
            took(desk.drafts().save(signedIn.actor(), key, bytes(xml), revision));
            return true;
        } catch (Problem refused) {
            if (desk.drafts().changedMeanwhile(refused)) {
                notSaved(getTranslation("editor.saved.undecided"));
                look();
            } else {
                var why = desk.review().refusal(bytes(xml), getLocale()).orElseGet(() -> Refusal.words(this, refused));
                notSaved(why);
                Notification.show(why);
            }
            return false;
        } catch (RuntimeException failed) {
            notSaved(getTranslation("editor.saved.failed"));
            throw failed;
        }
    }

    private void notSaved(String why) {
        board.notSaved();
        saved.say(getTranslation("editor.saved.not", why));
    }

    private void took(Draft draft) {
        revision = draft.revision();
        dirty = false;
        decided();
        kept.saved();
        saved.since(desk.clock().instant());
        onSaved.accept(draft);
    }

    private void decided() {
        undecided = false;
        setVisible(false);
    }

    /** Says what is not as it should be, until something is saved. */
    public void tell(String words) {
        if (!undecided) {
            removeAll();
            add(new Span(words));
            setVisible(true);
        }
    }

    /**
     * Looks whether somebody else saved the draft. Who changed nothing sees the newer one; who did decides whose goes on.
     */
    void look() {
        if (!signedIn.may(Permission.LOOK_ON) || undecided) {
            return;
        }
        var theirs = current();
        if (theirs.revision() > revision) {
            follow(theirs);
        }
    }

    private void follow(Draft theirs) {
        board.follow(theirs.content(), followed -> {
            if (theirs.revision() <= revision || undecided) {
                return;
            }
            if (followed) {
                revision = theirs.revision();
                dirty = false;
                kept.saved();
                saved.since(theirs.draftAt());
                onSaved.accept(theirs);
                Notification.show(getTranslation(desk.words().followed(), name(theirs)));
            } else {
                warn(theirs);
            }
        });
    }

    private String name(Draft theirs) {
        return desk.authors()
                .names(signedIn.membership().organisation(), Set.of(theirs.draftBy()))
                .getOrDefault(theirs.draftBy(), "?");
    }

    /** The saved draft, if it is what the board shows; if not, the board shows it now, or the banner says whose it is. */
    Optional<Draft> seen() {
        if (undecided) {
            return Optional.empty();
        }
        var now = current();
        if (now.revision() == revision) {
            return Optional.of(now);
        }
        follow(now);
        return Optional.empty();
    }

    /** Whether somebody else saved the draft, and it is not decided whose goes on. */
    boolean undecided() {
        return undecided;
    }

    /** What was written a moment ago is saved; then goes on, knowing whether all that is shown is saved. */
    public void upToDate(SerializableConsumer<Boolean> then) {
        if (dirty && signedIn.may(Permission.BUILD)) {
            board.file(xml -> then.accept(save(xml)));
        } else {
            then.accept(true);
        }
    }

    /** What was written a moment ago is saved before a view is left; if it can't be, its person decides. */
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (!dirty || !signedIn.may(Permission.BUILD)) {
            return;
        }
        var going = leaving.postpone();
        board.file(xml -> {
            if (save(xml)) {
                going.proceed();
            } else if (undecided) {
                askToLeave(going);
            } else {
                going.cancel();
            }
        });
    }

    private void askToLeave(BeforeLeaveEvent.ContinueNavigationAction going) {
        var ask = new ConfirmDialog(
                getTranslation("editor.leave.title"),
                getTranslation(desk.words().leave()),
                getTranslation("editor.leave.keep"),
                confirmed -> board.file(xml -> {
                    desk.drafts().putAside(signedIn.actor(), key, bytes(xml));
                    dirty = false;
                    kept.saved();
                    going.proceed();
                }));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.leave.stay"));
        ask.addCancelListener(cancelled -> going.cancel());
        ask.open();
    }

    private void warn(Draft theirs) {
        var name = name(theirs);
        removeAll();
        var words = new Span(getTranslation(desk.words().changedBy(), name));
        var differences = new Button(getTranslation("editor.changed.compare"), click -> compare(name));
        var load = new Button(getTranslation("editor.changed.load"), click -> loadTheirs());
        differences.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        load.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var choices = new Div(differences, load);
        if (signedIn.may(Permission.BUILD)) {
            var mine = new Button(getTranslation("editor.changed.takeOver"), click -> takeOver());
            mine.addThemeVariants(ButtonVariant.LUMO_SMALL);
            choices.add(mine);
        }
        choices.addClassName("q-editor-choices");
        add(words, choices);
        undecided = true;
        setVisible(true);
    }

    private void compare(String name) {
        board.file(xml -> {
            var mine = bytes(xml);
            var theirs = current().content();
            var sides = List.of(
                    new DraftSides.Side(getTranslation("compare.mine"), null, () -> mine),
                    new DraftSides.Side(getTranslation("compare.theirs", name), null, () -> theirs));
            desk.comparing().show(signedIn, sides, sides.get(0), sides.get(1));
        });
    }

    private void takeOver() {
        board.file(xml -> {
            try {
                took(desk.drafts().takeOver(signedIn.actor(), key, bytes(xml)));
                Notification.show(getTranslation("editor.changed.kept"));
            } catch (Problem refused) {
                notSaved(Refusal.words(this, refused));
            }
        });
    }

    private void loadTheirs() {
        if (dirty && signedIn.may(Permission.BUILD)) {
            board.file(xml -> {
                desk.drafts().putAside(signedIn.actor(), key, bytes(xml));
                show(current());
                Notification.show(getTranslation("editor.changed.aside"));
            });
        } else {
            show(current());
        }
    }

    /** Shows this draft in place of what is there. */
    public void show(Draft draft) {
        board.open(draft.content());
        took(draft);
    }

    private Draft current() {
        return desk.drafts().get(signedIn.actor(), key);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
