package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.ruleset.DecisionAuthoring;
import com.qliento.ruleset.DecisionDiff;
import com.qliento.ruleset.DecisionVersion;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What was published and when, and the way back to each. */
final class DecisionVersions extends Dialog {

    private final transient DecisionAuthoring decisions;
    private final transient DecisionDiff diff;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final String key;

    DecisionVersions(DecisionAuthoring decisions, DecisionDiff diff, SignedIn signedIn, Clock clock, String key) {
        this.decisions = decisions;
        this.diff = diff;
        this.signedIn = signedIn;
        this.clock = clock;
        this.key = key;
        setHeaderTitle(getTranslation("editor.versions"));
        setWidth("min(600px, 96vw)");
        getFooter().add(new Button(getTranslation("editor.close"), click -> close()));
        show();
    }

    private void show() {
        removeAll();
        var versions = decisions.versions(signedIn.actor(), key);
        if (versions.isEmpty()) {
            add(new Paragraph(getTranslation("rules.versions.none")));
            return;
        }
        var live = decisions.get(signedIn.actor(), key).liveVersion();
        var list = new OrderedList();
        list.addClassName("q-versions");
        for (int i = 0; i < versions.size(); i++) {
            var before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            var version = versions.get(i);
            list.add(line(version, live != null && live == version.version(), before));
        }
        add(list);
    }

    private ListItem line(DecisionVersion version, boolean live, @Nullable DecisionVersion before) {
        var title = new Span(getTranslation("editor.version", version.version()));
        title.addClassName("q-version-name");
        var head = new Div(title);
        var facts = new Div(new When(version.publishedAt(), clock.instant(), signedIn.zone()));
        facts.addClassName("q-version-facts");
        var line = new ListItem(head, facts);
        if (!version.note().isEmpty()) {
            var note = new Paragraph(version.note());
            note.addClassName("q-version-note");
            line.add(note);
        }
        var actions = new Div();
        actions.addClassName("q-version-actions");
        if (before != null) {
            actions.add(compare("editor.compare.before", before, version.dmn()));
        }
        actions.add(compare("editor.compare.draft", version, null));
        if (live) {
            var state = new Span(getTranslation("editor.live"));
            state.addClassNames("q-state", "good");
            head.add(state);
        } else if (signedIn.may(Permission.PUBLISH_FLOWS)) {
            var back = new Button(getTranslation("editor.rollback"), click -> ask(version));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(back);
        }
        line.add(actions);
        return line;
    }

    /** @param now null for the draft as it is when the button is pressed */
    private Button compare(String words, DecisionVersion old, byte @Nullable [] now) {
        var button = new Button(getTranslation(words), click -> {
            byte[] newer = now == null ? decisions.get(signedIn.actor(), key).dmn() : now;
            new ChangesDialog(
                            getTranslation("rules.changes", old.version()),
                            diff.between(signedIn.actor(), old.dmn(), newer))
                    .open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void ask(DecisionVersion version) {
        var ask = new ConfirmDialog(
                getTranslation("editor.rollback.title", version.version()),
                getTranslation("rules.rollback.help"),
                getTranslation("editor.rollback"),
                confirmed -> rollBack(version));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.open();
    }

    private void rollBack(DecisionVersion version) {
        try {
            var made = decisions.rollBack(
                    signedIn.actor(),
                    key,
                    version.version(),
                    getTranslation("editor.rollback.note", version.version()));
            Notification.show(getTranslation("editor.rolledback", version.version(), made.version()));
            show();
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), 8_000, Notification.Position.BOTTOM_START);
        }
    }
}
