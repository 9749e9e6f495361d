package com.qliento.ui.rules;

import com.qliento.problem.Problem;
import com.qliento.ruleset.CaseRun;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionPublishing;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;

/** The last question before flows decide by a new version: what is wrong with it, what is new. */
final class PublishDecision extends Dialog {

    private static final int FIRST = 4;

    private final transient DecisionPublishing publishing;
    private final transient SignedIn signedIn;
    private final String key;
    private final TextArea note = new TextArea();
    private final Paragraph refused = new Paragraph();
    private final UnorderedList failing = new UnorderedList();
    private final Div held = new Div(failing);
    private final Button yes = new Button();
    private boolean anyway;

    PublishDecision(DecisionPublishing publishing, SignedIn signedIn, String key, List<DecisionFinding> problems) {
        this.publishing = publishing;
        this.signedIn = signedIn;
        this.key = key;
        setHeaderTitle(getTranslation("rules.publish.title"));
        setWidth("min(520px, 96vw)");
        long errors = problems.stream().filter(DecisionFinding::error).count();
        if (!problems.isEmpty()) {
            add(told(problems, errors));
        }
        note.setLabel(getTranslation("editor.publish.note"));
        note.setMaxLength(1_000);
        note.setWidthFull();
        refused.addClassNames("q-state", "bad");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        held.addClassName("q-publish-problems");
        held.setVisible(false);
        if (errors == 0) {
            add(new Paragraph(getTranslation("rules.publish.help")), note, refused, held);
        }
        yes.setText(getTranslation("editor.publish.now"));
        yes.addClickListener(click -> publish());
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setEnabled(errors == 0);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), yes);
    }

    private Component told(List<DecisionFinding> problems, long errors) {
        var state = new Span(
                errors > 0
                        ? getTranslation("editor.publish.errors", errors)
                        : getTranslation("rules.publish.warnings", problems.size()));
        state.addClassNames("q-state", errors > 0 ? "bad" : "warn");
        state.getElement().setAttribute("role", errors > 0 ? "alert" : "status");
        var list = new UnorderedList();
        problems.stream()
                .filter(problem -> errors == 0 || problem.error())
                .limit(FIRST)
                .forEach(problem -> list.add(new ListItem(problem.message())));
        var all = new Div(state, list);
        all.addClassName("q-publish-problems");
        return all;
    }

    private void publish() {
        try {
            var made = publishing.publish(signedIn.actor(), key, note.getValue(), null, anyway);
            close();
            Notification.show(getTranslation("editor.published", made.version()));
        } catch (Problem problem) {
            refused.setText(Refusal.words(this, problem));
            refused.setVisible(true);
            failing.removeAll();
            if (problem.code().equals("decision-cases-fail")) {
                heldBack(problem.more().get("cases") instanceof List<?> list ? list : List.of());
            }
        }
    }

    /** Shows what its test cases came to, and lets the next press publish all the same. */
    private void heldBack(List<?> cases) {
        refused.setText(getTranslation("rules.publish.cases", cases.size()));
        cases.stream()
                .filter(CaseRun.Played.class::isInstance)
                .map(CaseRun.Played.class::cast)
                .limit(FIRST)
                .map(played -> new ListItem(played.test().name() + ": "
                        + getTranslation(
                                "rules.test.got",
                                TypedValue.said(played.test().expected(), "–"),
                                TypedValue.said(played.got(), "–"))))
                .forEach(failing::add);
        held.setVisible(true);
        anyway = true;
        yes.setText(getTranslation("try.held.anyway"));
        yes.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
}
