package com.qliento.ui.tryout;

import com.qliento.bpmn.Way;
import com.qliento.rules.feel.ValueText;
import com.qliento.tryout.Explanation;
import com.qliento.tryout.TryState;
import com.qliento.tryout.Tryout;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says why the flow went where it went, and what it knows. */
final class TryWhy {

    private TryWhy() {}

    /** The explanations of the last thing one did. */
    static void explanations(Div into, Tryout tryout, TryState state) {
        into.removeAll();
        if (state.explanations().isEmpty()) {
            into.add(new Paragraph(into.getTranslation("try.why.none")));
        }
        state.explanations().forEach(explanation -> into.add(explanation(into, tryout, explanation)));
    }

    private static Component explanation(Div speaker, Tryout tryout, Explanation explanation) {
        var where = tryout.called(explanation.element(), UI.getCurrent().getLocale());
        var box = new Div();
        box.addClassName("q-try-why");
        switch (explanation.kind()) {
            case UNDERSTOOD ->
                box.add(sentence(
                        "check",
                        speaker.getTranslation(
                                "try.why.understood", where, explanation.heard(), value(explanation.value()))));
            case NOT_UNDERSTOOD ->
                box.add(sentence(
                        "circleAlert", speaker.getTranslation("try.why.notUnderstood", where, explanation.heard())));
            case VALUE ->
                box.add(sentence("check", speaker.getTranslation("try.why.value", where, value(explanation.value()))));
            case WAY -> {
                box.add(sentence("condition", where));
                explanation.ways().forEach(looked -> box.add(way(speaker, tryout, looked)));
            }
        }
        return box;
    }

    private static Component sentence(String icon, String text) {
        var line = new Div(new Icon(icon), new Span(text));
        line.addClassName("q-try-why-line");
        return line;
    }

    private static Component way(Div speaker, Tryout tryout, Explanation.Looked looked) {
        var to = tryout.called(looked.way().target(), UI.getCurrent().getLocale());
        var line = new Div(
                new Icon(looked.taken() ? "check" : "close"),
                new Span(label(speaker, looked.way()) + " → " + to),
                new Span(speaker.getTranslation(looked.taken() ? "try.why.taken" : "try.why.notTaken")));
        line.addClassNames("q-try-way", looked.taken() ? "q-try-taken" : "q-try-passed");
        var all = new Div(line);
        if (looked.way().condition() != null) {
            var condition = new Span(looked.way().condition());
            condition.addClassName("q-try-code");
            all.add(condition);
        }
        looked.named().forEach((name, value) -> {
            var named = new Span(name + " = " + value(value));
            named.addClassName("q-try-code");
            all.add(named);
        });
        return all;
    }

    private static String label(Div speaker, Way way) {
        if (!way.name().isBlank()) {
            return way.name();
        }
        return speaker.getTranslation(way.byDefault() ? "try.why.otherwise" : "try.why.condition");
    }

    /** What the flow knows. */
    static void answers(Div into, TryState state) {
        into.removeAll();
        if (state.answers().isEmpty()) {
            into.add(new Paragraph(into.getTranslation("try.answers.none")));
        }
        state.answers().forEach((name, value) -> {
            var called = new Span(name);
            called.addClassName("q-try-answer-name");
            var type = new Span(into.getTranslation(type(value)));
            type.addClassName("q-try-answer-type");
            var line = new Div(called, new Span(value(value)), type);
            line.addClassName("q-try-answer");
            into.add(line);
        });
    }

    private static String type(Object value) {
        if (value instanceof CharSequence) {
            return "try.type.text";
        }
        if (value instanceof Number) {
            return "try.type.number";
        }
        if (value instanceof Boolean) {
            return "try.type.boolean";
        }
        if (value instanceof Collection) {
            return "try.type.list";
        }
        return value instanceof Map ? "try.type.context" : "try.type.time";
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return value instanceof CharSequence ? "“" + value + "”" : ValueText.shown(value);
    }
}
