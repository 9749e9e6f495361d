package com.qliento.ui.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.decision.DecisionPlace;
import com.qliento.rules.decision.Explained;
import com.qliento.rules.decision.MatchedRow;
import com.qliento.rules.decision.RowTrace;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionTrial;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides about values that a person types, and shows on the board which rows matched and which cells did not. */
final class TryDecision extends Div {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient DecisionTrial trial;
    private final transient SignedIn signedIn;
    private final DecisionCanvas canvas;
    private final Map<String, TypedValue> fields = new LinkedHashMap<>();
    private final Div inputs = new Div();
    private final Div results = new Div();
    private final DecisionTests tests;
    private final RealTries real;
    private byte[] dmn = {};
    private transient List<DecisionInput> asked = List.of();
    private transient List<DecisionFinding> problems = List.of();

    TryDecision(DecisionTrial trial, DecisionTests tests, RealTries real, SignedIn signedIn, DecisionCanvas canvas) {
        this.trial = trial;
        this.tests = tests;
        this.real = real;
        this.signedIn = signedIn;
        this.canvas = canvas;
        addClassName("q-decide");
        setVisible(false);
        getElement().setAttribute("role", "complementary");
        getElement().setAttribute("aria-label", getTranslation("rules.try"));
        var close = new Button(new Icon("close"), click -> turn());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(getTranslation("editor.close"));
        var head = new Div(new H2(getTranslation("rules.try")), close);
        head.addClassName("q-decide-head");
        var decide = new Button(getTranslation("rules.try.decide"), click -> decide());
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        inputs.addClassName("q-decide-inputs");
        results.addClassName("q-decide-results");
        results.getElement().setAttribute("role", "status");
        add(head, inputs, decide, results, tests, real);
    }

    /** Tries this file from now on; what was typed stays where the inputs are the same. */
    void of(String key, byte[] file) {
        dmn = file;
        tests.of(key, file);
        real.of(key, file);
        if (isVisible()) {
            ask();
        }
    }

    /** What the check found in the file. */
    void problems(List<DecisionFinding> found) {
        problems = found;
    }

    /** The file was changed: what was decided is of yesterday. */
    void changed() {
        if (isVisible()) {
            if (results.getComponentCount() > 0) {
                decide();
            }
            tests.run();
        }
    }

    /** Opens or closes. */
    void turn() {
        setVisible(!isVisible());
        if (isVisible()) {
            ask();
            tests.run();
        } else {
            canvas.setTraces("[]");
        }
    }

    private void ask() {
        try {
            var needed = trial.model(signedIn.actor(), dmn).inputs();
            if (needed.equals(asked) && !fields.isEmpty()) {
                return;
            }
            asked = needed;
            var before = new HashMap<>(fields);
            fields.clear();
            inputs.removeAll();
            needed.forEach(input -> {
                var field = new TypedValue(input, this::getTranslation);
                Objects.requireNonNullElse(before.get(input.name()), field).carryTo(field);
                fields.put(input.name(), field);
                inputs.add(field.component());
            });
        } catch (Problem broken) {
            asked = List.of();
            fields.clear();
            inputs.removeAll();
            results.removeAll();
            inputs.add(new Paragraph(why(this, broken)));
        }
    }

    private void decide() {
        results.removeAll();
        try {
            var given = new HashMap<String, @Nullable Object>();
            fields.forEach((name, field) -> given.put(name, field.value()));
            var explained = trial.explain(signedIn.actor(), dmn, given);
            show(explained);
            if (signedIn.may(Permission.BUILD)) {
                results.add(new Button(getTranslation("rules.row.add"), click -> makeRow(given, explained.decided())));
            }
            tests.offer(
                    given,
                    explained.decided().failed()
                            ? Map.of()
                            : explained.decided().values());
        } catch (TypedValue.Unreadable unreadable) {
            results.add(new Paragraph(getTranslation("rules.try.unreadable", unreadable.name())));
        } catch (Problem broken) {
            results.add(new Paragraph(why(this, broken)));
        }
    }

    /** Why nothing can be decided: what is wrong with the table stands below it already. */
    static String why(Component speaker, Problem refused) {
        return refused.code().equals("decision-has-errors")
                ? speaker.getTranslation("rules.try.broken")
                : Refusal.words(speaker, refused);
    }

    /** A row that these values meet, with what came of them for its author to write over. */
    private void makeRow(Map<String, @Nullable Object> given, Decided decided) {
        var example = JSON.createObjectNode();
        var inputsByName = example.putObject("given");
        asked.forEach(input -> {
            var text = FeelText.of(given.get(input.name()), input.type());
            if (!text.isEmpty()) {
                inputsByName.put(input.name(), text);
            }
        });
        var outputs = example.putObject("decided");
        decided.values().values().forEach(value -> {
            if (value instanceof Map<?, ?> parts) {
                parts.forEach((name, part) -> outputs.put(String.valueOf(name), FeelText.of(part, "Any")));
            } else {
                outputs.put("", FeelText.of(value, "Any"));
            }
        });
        decided.rows().stream()
                .filter(MatchedRow::counted)
                .findFirst()
                .ifPresent(row -> example.put("above", row.rule()));
        canvas.addExample(example.toString());
    }

    private void show(Explained explained) {
        var decided = explained.decided();
        var values = new DescriptionList();
        decided.values().forEach((name, value) -> {
            values.add(new DescriptionList.Term(name));
            values.add(new DescriptionList.Description(TypedValue.said(value, getTranslation("rules.try.nothing"))));
        });
        results.add(values);
        var rows = decided.rows().stream().filter(MatchedRow::counted).toList();
        if (!rows.isEmpty()) {
            results.add(new Paragraph(getTranslation(
                    "rules.try.rows",
                    rows.stream().map(row -> Integer.toString(row.row())).collect(Collectors.joining(", ")))));
        }
        var wrong = Stream.concat(
                        problems.stream().filter(DecisionFinding::error).map(DecisionFinding::message),
                        decided.problems().stream().map(problem -> problem.message(getLocale())))
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            var told = new UnorderedList();
            wrong.forEach(problem -> told.add(new ListItem(problem)));
            told.addClassName("q-decide-problems");
            results.add(told);
        }
        canvas.setTraces(traces(explained, rows));
    }

    private static String traces(Explained explained, List<MatchedRow> counted) {
        Set<String> rules =
                counted.stream().map(row -> String.valueOf(row.rule())).collect(Collectors.toSet());
        var all = JSON.createArrayNode();
        for (RowTrace row : explained.rows()) {
            var one = all.addObject()
                    .put("rule", row.rule())
                    .put("matched", row.matched())
                    .put("counted", rules.contains(String.valueOf(row.rule())));
            var missed = one.putArray("missed");
            row.missed().stream().map(DecisionPlace::element).forEach(missed::add);
        }
        return all.toString();
    }
}
