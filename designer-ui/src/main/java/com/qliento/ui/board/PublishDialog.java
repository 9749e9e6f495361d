package com.qliento.ui.board;

import com.qliento.bpmn.FlowProblem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last question before customers meet a new version: what is wrong with it, what it replaces, what is new. */
final class PublishDialog extends Dialog {

    private static final int LONGEST_NOTE = 1_000;

    /** So many problems are told here; the rest is under the drawing. */
    private static final int FIRST = 4;

    /**
     * What it is about.
     *
     * @param live the version that is live now; null when none is
     * @param problems of the draft, errors first
     * @param note what was written into a dialog that was refused; else empty
     */
    record About(@Nullable Integer live, List<FlowProblem> problems, String note) {

        long errors() {
            return problems.stream().filter(FlowProblem::error).count();
        }
    }

    private final SerializableConsumer<String> jump;

    /**
     * @param compare shows what differs from what is live
     * @param jump shows an element of the drawing
     * @param publish does it, with the note
     */
    PublishDialog(
            About about,
            SerializableRunnable compare,
            SerializableConsumer<String> jump,
            SerializableConsumer<String> publish) {
        this.jump = jump;
        setHeaderTitle(getTranslation("editor.publish.title"));
        setWidth("min(520px, 96vw)");
        var errors = about.errors();
        if (!about.problems().isEmpty()) {
            add(problems(about, errors));
        }
        var note = note(about.note());
        if (errors == 0) {
            add(
                    new Paragraph(
                            about.live() == null
                                    ? getTranslation("editor.publish.first")
                                    : getTranslation("editor.publish.replaces", about.live())),
                    note);
        }
        var yes = new Button(getTranslation("editor.publish.now"), click -> {
            close();
            publish.accept(note.getValue());
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setEnabled(errors == 0);
        var no = new Button(getTranslation("editor.cancel"), click -> close());
        if (about.live() != null) {
            var differences = new Button(getTranslation("editor.publish.compare"), click -> compare.run());
            differences.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            getFooter().add(differences);
        }
        getFooter().add(no, yes);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && errors == 0) {
                note.focus();
            }
        });
    }

    private TextArea note(String text) {
        var note = new TextArea(getTranslation("editor.publish.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setValue(text);
        note.addClassName("q-publish-note");
        return note;
    }

    private Component problems(About about, long errors) {
        var warnings = about.problems().size() - errors;
        var state = new Span(
                errors > 0
                        ? getTranslation("editor.publish.errors", errors)
                        : getTranslation("editor.publish.warnings", warnings));
        state.addClassNames("q-state", errors > 0 ? "bad" : "warn");
        state.getElement().setAttribute("role", errors > 0 ? "alert" : "status");
        var told = about.problems().stream()
                .filter(problem -> errors == 0 || problem.error())
                .toList();
        var list = new UnorderedList();
        told.stream().limit(FIRST).forEach(problem -> list.add(new ListItem(problem(problem))));
        if (told.size() > FIRST) {
            var rest = new ListItem(getTranslation("editor.publish.more", told.size() - FIRST));
            rest.addClassName("q-publish-more");
            list.add(rest);
        }
        var all = new Div(state, list);
        all.addClassName("q-publish-problems");
        return all;
    }

    private Component problem(FlowProblem problem) {
        var id = problem.elementId();
        if (id == null) {
            return new Span(problem.message());
        }
        var words = new Div();
        if (problem.elementName() != null && !problem.elementName().isBlank()) {
            var where = new Span(problem.elementName());
            where.addClassName("q-publish-where");
            words.add(where);
        }
        words.add(new Span(problem.message()));
        var show = new Button(words, click -> {
            close();
            jump.accept(id);
        });
        show.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        show.setTooltipText(getTranslation("editor.publish.jump"));
        return show;
    }
}
