package com.qliento.ui.draft;

import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.draft.KeptDraft;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was live and when, drafts that were put aside, and the way back to each. */
public final class VersionsDialog extends Dialog {

    private final transient DraftDesk desk;
    private final transient SignedIn signedIn;
    private final String key;
    private final SerializableConsumer<Draft> showDraft;

    /** @param showDraft shows a draft that was brought back */
    public VersionsDialog(DraftDesk desk, SignedIn signedIn, String key, SerializableConsumer<Draft> showDraft) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.key = key;
        this.showDraft = showDraft;
        setHeaderTitle(getTranslation("editor.versions"));
        setWidth("min(680px, 96vw)");
        getFooter().add(new Button(getTranslation("editor.close"), click -> close()));
        show();
    }

    private void show() {
        removeAll();
        var draft = desk.drafts().get(signedIn.actor(), key);
        var versions = desk.versions().versions(signedIn.actor(), key);
        var kept = desk.drafts().kept(signedIn.actor(), key);
        var sides = DraftSides.of(desk, signedIn, draft);
        var names = desk.authors()
                .names(
                        signedIn.membership().organisation(),
                        Stream.concat(
                                        versions.stream().map(DraftVersion::publishedBy),
                                        kept.stream().map(KeptDraft::by))
                                .distinct()
                                .toList());
        if (versions.isEmpty()) {
            add(new Paragraph(getTranslation("editor.versions.none")));
        }
        var list = new OrderedList();
        list.addClassName("q-versions");
        for (int i = 0; i < versions.size(); i++) {
            var before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            var version = versions.get(i);
            var live = Objects.equals(draft.liveVersion(), version.version());
            list.add(line(version, live, names, compares(sides, version, before)));
        }
        add(list);
        if (!kept.isEmpty()) {
            var earlier = new OrderedList();
            earlier.addClassName("q-versions");
            kept.forEach(one -> earlier.add(line(one, names, sides)));
            var rule = new Paragraph(getTranslation("editor.kept.rule"));
            rule.addClassName("q-versions-rule");
            add(new H3(getTranslation("editor.kept")), rule, earlier);
        }
    }

    private List<Component> compares(DraftSides sides, DraftVersion version, @Nullable DraftVersion before) {
        var buttons = new ArrayList<Component>();
        var one = sides.version(version.version()).orElseThrow();
        if (before != null) {
            var other = sides.version(before.version()).orElseThrow();
            buttons.add(small("editor.compare.before", () -> compare(sides, other, one)));
        }
        buttons.add(small("editor.compare.draft", () -> compare(sides, one, sides.draft())));
        return buttons;
    }

    private void compare(DraftSides sides, DraftSides.Side old, DraftSides.Side now) {
        desk.comparing().show(signedIn, sides.all(), old, now);
    }

    private Button small(String words, SerializableRunnable action) {
        var button = new Button(getTranslation(words), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Component line(DraftVersion version, boolean live, Map<String, String> names, List<Component> buttons) {
        var title = new Span(getTranslation("editor.version", version.version()));
        title.addClassName("q-version-name");
        var head = new Div(title);
        if (live) {
            var state = new Span(getTranslation("editor.live"));
            state.addClassNames("q-state", "good");
            head.add(state);
        }
        var facts = facts(names.getOrDefault(version.publishedBy(), "?"), version.publishedAt());
        var actions = new Div(buttons.toArray(Component[]::new));
        if (!live && signedIn.may(Permission.PUBLISH)) {
            actions.add(small("editor.rollback", () -> ask(version)));
        }
        actions.addClassName("q-version-actions");
        var line = new ListItem(head, facts);
        if (!version.note().isEmpty()) {
            var note = new Paragraph(version.note());
            note.addClassName("q-version-note");
            line.add(note);
        }
        line.add(actions);
        return line;
    }

    private Component line(KeptDraft draft, Map<String, String> names, DraftSides sides) {
        var actions = new Div();
        sides.kept(draft.id())
                .ifPresent(one -> actions.add(small("editor.compare.draft", () -> compare(sides, one, sides.draft()))));
        actions.addClassName("q-version-actions");
        if (signedIn.may(Permission.BUILD)) {
            actions.add(small("editor.kept.back", () -> bringBack(draft)));
        }
        return new ListItem(facts(names.getOrDefault(draft.by(), "?"), draft.at()), actions);
    }

    private Component facts(String by, Instant at) {
        var facts = new Div(new Span(by), new When(at, desk.clock().instant(), signedIn.zone()));
        facts.addClassName("q-version-facts");
        return facts;
    }

    private void ask(DraftVersion version) {
        var ask = new ConfirmDialog(
                getTranslation("editor.rollback.title", version.version()),
                getTranslation(desk.words().rollBack()),
                getTranslation("editor.rollback"),
                confirmed -> rollBack(version));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.open();
    }

    private void rollBack(DraftVersion version) {
        try {
            var made = desk.versions()
                    .rollBack(
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

    private void bringBack(KeptDraft draft) {
        try {
            showDraft.accept(desk.drafts().bringBack(signedIn.actor(), key, draft.id()));
            Notification.show(getTranslation(desk.words().broughtBack()));
            show();
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), 8_000, Notification.Position.BOTTOM_START);
        }
    }
}
