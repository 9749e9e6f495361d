package com.qliento.ui.board;

import com.qliento.account.Permission;
import com.qliento.bpmn.FlowFile;
import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Ago;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Saves what is drawn, and steps in when somebody else saved meanwhile: then nothing is written until the person has
 * decided whose drawing goes on, and the other one is kept.
 */
final class DraftKeeper extends Div {

    private final transient Parts parts;
    private final transient SignedIn signedIn;
    private final FlowCanvas canvas;
    private final SerializableConsumer<FlowDraft> onSaved;
    private final Ago saved;
    private String key = "";
    private long revision;
    private boolean dirty;

    /** What drafts are kept with. */
    @Component
    record Parts(FlowPublishing publishing, FlowDrafts drafts, Authors authors, Clock clock) {}

    DraftKeeper(Parts parts, SignedIn signedIn, FlowCanvas canvas, SerializableConsumer<FlowDraft> onSaved) {
        this.parts = parts;
        this.signedIn = signedIn;
        this.canvas = canvas;
        this.onSaved = onSaved;
        addClassName("q-editor-banner");
        getElement().setAttribute("role", "alert");
        setVisible(false);
        saved = new Ago(
                getTranslation("editor.saved.now"),
                getTranslation("editor.saved.seconds", "{0}"),
                getTranslation("editor.saved.minutes", "{0}"));
        saved.addClassName("q-editor-saved");
        saved.getElement().setAttribute("role", "status");
        saved.follow(canvas);
    }

    /** Says when the drawing was saved last. */
    Ago saved() {
        return saved;
    }

    /** The editor shows this draft from now on. */
    void opened(FlowDraft draft) {
        key = draft.key();
        revision = draft.revision();
        dirty = false;
        setVisible(false);
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            saved.say(getTranslation("editor.saved.all"));
        }
    }

    /** Something was changed that is not saved yet. */
    void changing() {
        dirty = true;
    }

    /** The revision of the draft that is shown. */
    long revision() {
        return revision;
    }

    /** Whether something was drawn that is not saved. */
    boolean dirty() {
        return dirty;
    }

    /** Saves the drawing; gives whether it is the draft now. */
    boolean save(String xml) {
        if (isVisible()) {
            notSaved(getTranslation("editor.saved.undecided"));
            return false;
        }
        try {
            took(parts.drafts().save(signedIn.actor(), key, bytes(xml), revision));
            return true;
        } catch (Problem refused) {
            if (refused.code().equals("flow-changed")) {
                notSaved(getTranslation("editor.saved.undecided"));
                look();
            } else {
                var why = parts.publishing()
                        .refusal(bytes(xml), getLocale())
                        .orElseGet(() -> Refusal.words(this, refused));
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
        canvas.notSaved();
        saved.say(getTranslation("editor.saved.not", why));
    }

    private void took(FlowDraft draft) {
        revision = draft.revision();
        dirty = false;
        setVisible(false);
        saved.since(parts.clock().instant());
        onSaved.accept(draft);
    }

    /**
     * Looks whether somebody else saved the draft. Who changed nothing sees the newer drawing; who did decides whose goes
     * on.
     */
    void look() {
        if (!signedIn.may(Permission.SEE_FLOWS) || isVisible()) {
            return;
        }
        var theirs = parts.publishing().get(signedIn.actor(), key);
        if (theirs.revision() > revision) {
            follow(theirs);
        }
    }

    private void follow(FlowDraft theirs) {
        canvas.follow(FlowFile.text(theirs.bpmn()), followed -> {
            if (theirs.revision() <= revision || isVisible()) {
                return;
            }
            if (followed) {
                revision = theirs.revision();
                dirty = false;
                saved.since(theirs.draftAt());
                onSaved.accept(theirs);
                Notification.show(getTranslation("editor.changed.followed", name(theirs)));
            } else {
                warn(theirs);
            }
        });
    }

    private String name(FlowDraft theirs) {
        return parts.authors().names(organisation(), Set.of(theirs.draftBy())).getOrDefault(theirs.draftBy(), "?");
    }

    /** The saved draft, if it is what the board shows; if not, the board shows it now, or the banner says whose it is. */
    Optional<FlowDraft> seen() {
        var now = current();
        if (isVisible() || now.revision() == revision) {
            return isVisible() ? Optional.empty() : Optional.of(now);
        }
        follow(now);
        return Optional.empty();
    }

    /** Whether somebody else saved the draft, and it is not decided whose goes on. */
    boolean undecided() {
        return isVisible();
    }

    /** Puts what is drawn aside and leaves the draft to the others; then goes on. */
    void leave(SerializableRunnable then) {
        canvas.file(xml -> {
            parts.drafts().putAside(signedIn.actor(), key, bytes(xml));
            dirty = false;
            then.run();
        });
    }

    private void warn(FlowDraft theirs) {
        var name = name(theirs);
        removeAll();
        var words = new Span(getTranslation("editor.changed.by", name));
        var differences = new Button(getTranslation("editor.changed.compare"), click -> compare(name));
        var load = new Button(getTranslation("editor.changed.load"), click -> loadTheirs());
        differences.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        load.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var choices = new Div(differences, load);
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            var mine = new Button(getTranslation("editor.changed.takeOver"), click -> takeOver());
            mine.addThemeVariants(ButtonVariant.LUMO_SMALL);
            choices.add(mine);
        }
        choices.addClassName("q-editor-choices");
        add(words, choices);
        setVisible(true);
    }

    private void compare(String name) {
        canvas.file(xml -> {
            var mine = bytes(xml);
            var theirs = current().bpmn();
            var sides = List.of(
                    new CompareDialog.Side(getTranslation("compare.mine"), () -> mine),
                    new CompareDialog.Side(getTranslation("compare.theirs", name), () -> theirs));
            new CompareDialog(sides, sides.get(0), sides.get(1)).open();
        });
    }

    private void takeOver() {
        canvas.file(xml -> {
            took(parts.drafts().takeOver(signedIn.actor(), key, bytes(xml)));
            Notification.show(getTranslation("editor.changed.kept"));
        });
    }

    private void loadTheirs() {
        if (dirty && signedIn.may(Permission.EDIT_FLOWS)) {
            canvas.file(xml -> {
                parts.drafts().putAside(signedIn.actor(), key, bytes(xml));
                show(current());
                Notification.show(getTranslation("editor.changed.aside"));
            });
        } else {
            show(current());
        }
    }

    /** Shows this draft in place of what is drawn. */
    void show(FlowDraft draft) {
        canvas.open(FlowFile.text(draft.bpmn()));
        took(draft);
    }

    private FlowDraft current() {
        return parts.publishing().get(signedIn.actor(), key);
    }

    private OrganisationId organisation() {
        return signedIn.membership().organisation();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
