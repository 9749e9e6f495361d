package com.qliento.ui.draft;

import com.qliento.ui.draft.DraftReview.Found;
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
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last question before a new version goes live: what is wrong with it, what it replaces, what is new. */
public final class PublishDialog extends Dialog {

    private static final int LONGEST_NOTE = 1_000;

    /** So many problems are told here; the rest is on the board. */
    private static final int FIRST = 4;

    /**
     * What it is about.
     *
     * @param live the version that is live now; null when none is
     * @param problems of the draft, errors first
     * @param note what was written into a dialog that was refused; else empty
     */
    record About(@Nullable Integer live, List<Found> problems, String note) {

        long errors() {
            return problems.stream().filter(Found::error).count();
        }
    }

    /** What somebody does here. */
    interface Deeds extends Serializable {

        /** Shows what differs from what is live. */
        void compare();

        /** Shows on the board what a problem is about. */
        void jump(String place);

        /**
         * Publishes, with the note; says what holds it back if that is to be read here, and then is asked again with {@code
         * anyway}. Else there is nothing more to do here.
         */
        Optional<HeldBack> publish(String note, boolean anyway);
    }

    /** Why it is not published unless somebody says so all the same. */
    public record HeldBack(String words, List<String> reasons) {}

    private final transient Deeds deeds;
    private final DraftWords words;
    private final Paragraph refused = new Paragraph();
    private final UnorderedList reasons = new UnorderedList();
    private final Div held = new Div(refused, reasons);
    private final Button yes = new Button();
    private boolean anyway;

    PublishDialog(About about, DraftWords words, Deeds deeds) {
        this.words = words;
        this.deeds = deeds;
        setHeaderTitle(getTranslation(words.title()));
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
                                    ? getTranslation(words.first())
                                    : getTranslation(words.replaces(), about.live())),
                    note,
                    held());
        }
        yes.setText(getTranslation("editor.publish.now"));
        yes.addClickListener(click -> publish(note.getValue()));
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setEnabled(errors == 0);
        var no = new Button(getTranslation("editor.cancel"), click -> close());
        if (about.live() != null) {
            var differences = new Button(getTranslation("editor.publish.compare"), click -> deeds.compare());
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

    private Component held() {
        refused.addClassNames("q-state", "bad");
        refused.getElement().setAttribute("role", "alert");
        held.addClassName("q-publish-problems");
        held.setVisible(false);
        return held;
    }

    private void publish(String note) {
        deeds.publish(note, anyway).ifPresentOrElse(this::hold, this::close);
    }

    private void hold(HeldBack why) {
        refused.setText(why.words());
        reasons.removeAll();
        why.reasons().stream().limit(FIRST).forEach(reason -> reasons.add(new ListItem(reason)));
        held.setVisible(true);
        anyway = true;
        yes.setText(getTranslation("try.held.anyway"));
        yes.addThemeVariants(ButtonVariant.LUMO_ERROR);
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
                        : getTranslation(words.warnings(), warnings));
        state.addClassNames("q-state", errors > 0 ? "bad" : "warn");
        state.getElement().setAttribute("role", errors > 0 ? "alert" : "status");
        var told = about.problems().stream()
                .filter(problem -> errors == 0 || problem.error())
                .toList();
        var list = new UnorderedList();
        told.stream().limit(FIRST).forEach(problem -> list.add(new ListItem(problem(problem))));
        if (told.size() > FIRST) {
            var rest = new ListItem(getTranslation(words.more(), told.size() - FIRST));
            rest.addClassName("q-publish-more");
            list.add(rest);
        }
        var all = new Div(state, list);
        all.addClassName("q-publish-problems");
        return all;
    }

    private Component problem(Found problem) {
        var id = problem.place();
        if (id == null) {
            return new Span(problem.message());
        }
        var told = new Div();
        if (problem.called() != null && !problem.called().isBlank()) {
            var where = new Span(problem.called());
            where.addClassName("q-publish-where");
            told.add(where);
        }
        told.add(new Span(problem.message()));
        var show = new Button(told, click -> {
            close();
            deeds.jump(id);
        });
        show.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        show.setTooltipText(getTranslation("editor.publish.jump"));
        return show;
    }
}
