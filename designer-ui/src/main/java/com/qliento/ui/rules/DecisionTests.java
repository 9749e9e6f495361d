package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionRow;
import com.qliento.ruleset.CaseRun;
import com.qliento.ruleset.DecisionCases;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases that a decision must keep deciding as they are: kept after a try, run whenever the table is saved. */
final class DecisionTests extends Div {

    private static final int MOST_ROWS = 12;

    private final transient DecisionCases cases;
    private final transient SignedIn signedIn;
    private final Div keep = new Div();
    private final TextField name = new TextField();
    private final Div list = new Div();
    private transient Map<String, @Nullable Object> inputs = Map.of();
    private transient Map<String, @Nullable Object> values = Map.of();
    private String key = "";
    private byte[] dmn = {};

    DecisionTests(DecisionCases cases, SignedIn signedIn) {
        this.cases = cases;
        this.signedIn = signedIn;
        addClassName("q-decide-tests");
        name.setPlaceholder(getTranslation("rules.test.name"));
        name.setAriaLabel(getTranslation("rules.test.name"));
        name.setMaxLength(200);
        keep.add(name, new Button(getTranslation("rules.test.keep"), click -> keep()));
        keep.addClassName("q-decide-keep");
        keep.setVisible(false);
        add(keep, list);
    }

    /** The cases of this decision, by this file. */
    void of(String decision, byte[] file) {
        key = decision;
        dmn = file;
    }

    /** What was tried last may be kept. */
    void offer(Map<String, @Nullable Object> tried, Map<String, @Nullable Object> came) {
        inputs = tried;
        values = came;
        keep.setVisible(signedIn.may(Permission.BUILD) && !came.isEmpty());
    }

    private void keep() {
        try {
            var called = name.getValue().isBlank()
                    ? inputs.values().stream()
                            .map(value -> TypedValue.said(value, "–"))
                            .collect(Collectors.joining(", "))
                    : name.getValue();
            cases.add(signedIn.actor(), key, called.isBlank() ? "–" : called, inputs, values);
            name.clear();
            keep.setVisible(false);
            run();
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), 8_000, Notification.Position.BOTTOM_START);
        }
    }

    private void delete(CaseRun.Played played) {
        try {
            cases.delete(signedIn.actor(), key, played.test().id());
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), 8_000, Notification.Position.BOTTOM_START);
        }
    }

    /** Runs them all and shows what became of them. */
    void run() {
        list.removeAll();
        CaseRun run;
        try {
            run = cases.run(signedIn.actor(), key, dmn);
        } catch (Problem broken) {
            if (!broken.code().equals("decision-has-errors")) { // the panel says that already
                list.add(new Paragraph(Refusal.words(this, broken)));
            }
            return;
        }
        if (run.cases().isEmpty()) {
            return;
        }
        list.add(new H3(getTranslation("rules.tests")));
        var lines = new UnorderedList();
        run.cases().forEach(played -> lines.add(line(played)));
        list.add(lines);
        var untested = run.untested().stream()
                .limit(MOST_ROWS)
                .map(row -> said(row, run))
                .collect(Collectors.joining(", "));
        list.add(new Paragraph(
                untested.isEmpty()
                        ? getTranslation("rules.tests.all")
                        : getTranslation("rules.tests.untested", untested)));
    }

    /** With its table's name when there are several tables. */
    private static String said(DecisionRow row, CaseRun run) {
        boolean several =
                run.untested().stream().map(DecisionRow::decision).distinct().count() > 1;
        return several ? row.decision() + " " + row.row() : Integer.toString(row.row());
    }

    private ListItem line(CaseRun.Played played) {
        var state = new Span(getTranslation(played.passed() ? "rules.test.passed" : "rules.test.failed"));
        state.addClassNames("q-state", played.passed() ? "good" : "bad");
        var words = new Div(new Span(played.test().name()), state);
        if (!played.passed()) {
            words.add(new Span(getTranslation(
                    "rules.test.got",
                    TypedValue.said(played.test().expected(), "–"),
                    TypedValue.said(played.got(), "–"))));
        }
        var line = new ListItem(words);
        if (signedIn.may(Permission.BUILD)) {
            var delete = new Button(new Icon("remove"), click -> {
                delete(played);
                run();
            });
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            delete.setAriaLabel(
                    getTranslation("rules.test.delete", played.test().name()));
            line.add(delete);
        }
        return line;
    }
}
