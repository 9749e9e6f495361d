package com.qliento.ui.flow;

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

/** The last question before customers meet a new version. */
final class PublishDialog extends Dialog {

    private static final int MOST_TOLD = 3;

    private static final int LONGEST_NOTE = 1_000;

    /**
     * @param live the version that is live now; null when none is
     * @param warnings what the check advises to look at
     * @param compare shows what differs from it
     * @param publish does it, with the note
     */
    PublishDialog(
            @Nullable Integer live,
            List<String> warnings,
            SerializableRunnable compare,
            SerializableConsumer<String> publish) {
        setHeaderTitle(getTranslation("editor.publish.title"));
        setWidth("min(480px, 96vw)");
        add(new Paragraph(
                live == null
                        ? getTranslation("editor.publish.first")
                        : getTranslation("editor.publish.replaces", live)));
        if (!warnings.isEmpty()) {
            add(warnings(warnings));
        }
        var note = new TextArea(getTranslation("editor.publish.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.addClassName("q-publish-note");
        add(note);
        var yes = new Button(getTranslation("editor.publish.now"), click -> {
            close();
            publish.accept(note.getValue());
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var no = new Button(getTranslation("editor.cancel"), click -> close());
        if (live != null) {
            var differences = new Button(getTranslation("editor.publish.compare"), click -> compare.run());
            differences.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            getFooter().add(differences);
        }
        getFooter().add(no, yes);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                note.focus();
            }
        });
    }

    private Component warnings(List<String> all) {
        var list = new UnorderedList();
        all.stream().limit(MOST_TOLD).forEach(words -> list.add(new ListItem(words)));
        if (all.size() > MOST_TOLD) {
            list.add(new ListItem(getTranslation("editor.publish.more", all.size() - MOST_TOLD)));
        }
        var box = new Div(new Span(getTranslation("editor.publish.warnings", all.size())), list);
        box.addClassName("q-publish-warnings");
        return box;
    }
}
