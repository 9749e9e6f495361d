package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.bpmn.FlowFile;
import com.qliento.problem.Problem;
import com.qliento.ruleset.DecisionAuthoring;
import com.qliento.ruleset.DecisionDraft;
import com.qliento.ui.shell.Ago;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.nio.charset.StandardCharsets;

/**
 * Saves what is written, and steps in when somebody else saved meanwhile: nothing is written over theirs until the
 * person has decided.
 */
final class DecisionKeeper extends Div {

    private final transient DecisionAuthoring decisions;
    private final transient SignedIn signedIn;
    private final DecisionCanvas canvas;
    private final SerializableConsumer<DecisionDraft> onSaved;
    private final Ago saved;
    private String key = "";
    private String mine = "";
    private long revision;
    private boolean dirty;

    DecisionKeeper(
            DecisionAuthoring decisions,
            SignedIn signedIn,
            DecisionCanvas canvas,
            SerializableConsumer<DecisionDraft> onSaved) {
        this.decisions = decisions;
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

    /** Says when it was saved last. */
    Ago saved() {
        return saved;
    }

    boolean dirty() {
        return dirty;
    }

    /** The board shows this draft from now on. */
    void opened(DecisionDraft draft) {
        key = draft.key();
        revision = draft.revision();
        mine = FlowFile.text(draft.dmn());
        dirty = false;
        setVisible(false);
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            saved.say(getTranslation("editor.saved.all"));
        }
    }

    /** The file as the person sees it. */
    byte[] file() {
        return mine.getBytes(StandardCharsets.UTF_8);
    }

    /** Something was changed that is not saved yet. */
    void changing() {
        dirty = true;
    }

    /** Saves; false when it could not, which is shown. */
    boolean save(String xml) {
        mine = xml;
        return write(revision);
    }

    private boolean write(long drawnOn) {
        try {
            kept(decisions.save(signedIn.actor(), key, file(), drawnOn));
            return true;
        } catch (Problem refused) {
            if (refused.code().equals("decision-changed")) {
                notSaved(getTranslation("editor.saved.undecided"));
                decide();
            } else {
                notSaved(Refusal.words(this, refused));
                tell(Refusal.words(this, refused));
            }
            return false;
        } catch (RuntimeException failed) {
            notSaved(getTranslation("editor.saved.failed"));
            throw failed;
        }
    }

    private void notSaved(String why) {
        canvas.saved(false);
        saved.say(getTranslation("editor.saved.not", why));
    }

    private void kept(DecisionDraft draft) {
        revision = draft.revision();
        dirty = false;
        setVisible(false);
        canvas.saved(true);
        saved.since(draft.draftAt());
        onSaved.accept(draft);
    }

    /** Theirs or mine: the one not chosen can be brought back until something else is saved here. */
    private void decide() {
        tell(
                getTranslation("rules.changed"),
                choice("rules.changed.theirs", this::takeTheirs),
                choice("rules.changed.mine", this::keepMine));
    }

    private void takeTheirs() {
        byte[] own = file();
        try {
            var theirs = decisions.get(signedIn.actor(), key);
            opened(theirs);
            canvas.open(theirs.dmn());
            canvas.saved(true);
            onSaved.accept(theirs);
            tell(getTranslation("rules.changed.theirs.open"), choice("rules.changed.mine.back", () -> replace(own)));
        } catch (Problem refused) {
            tell(Refusal.words(this, refused));
        }
    }

    private void keepMine() {
        try {
            var theirs = decisions.get(signedIn.actor(), key);
            if (write(theirs.revision())) {
                byte[] aside = theirs.dmn();
                tell(
                        getTranslation("rules.changed.mine.saved"),
                        choice("rules.changed.theirs.back", () -> replace(aside)));
            }
        } catch (Problem refused) {
            tell(Refusal.words(this, refused));
        }
    }

    private void replace(byte[] dmn) {
        if (save(FlowFile.text(dmn))) {
            canvas.open(dmn);
        }
    }

    private Button choice(String words, SerializableRunnable does) {
        return new Button(getTranslation(words), click -> does.run());
    }

    /** Says what is not as it should be, until something is saved. */
    void tell(String words, Button... choices) {
        removeAll();
        var buttons = new Div(choices);
        buttons.addClassName("q-editor-choices");
        add(new Span(words), buttons);
        setVisible(true);
    }
}
