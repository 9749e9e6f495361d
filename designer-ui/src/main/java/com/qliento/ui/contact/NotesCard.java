package com.qliento.ui.contact;

import com.qliento.account.Permission;
import com.qliento.contact.ContactBook;
import com.qliento.contact.ContactId;
import com.qliento.contact.ContactNotes;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.FormRefusal;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What colleagues are to know of them: language, tags, notes. */
final class NotesCard extends Section {

    private final TextField language = new TextField();
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    private final FormRefusal refusal = new FormRefusal();
    private final transient ContactBook book;
    private final transient ContactId contact;
    private final transient SignedIn signedIn;

    NotesCard(ContactBook book, ContactId contact, ContactNotes known, SignedIn signedIn) {
        this.book = book;
        this.contact = contact;
        this.signedIn = signedIn;
        addClassName("q-card");
        boolean may = signedIn.may(Permission.RECORD_CONSENT);
        language.setLabel(getTranslation("contacts.language"));
        language.setHelperText(getTranslation("contacts.language.help"));
        language.setValue(known.language() == null ? "" : known.language());
        tags.setLabel(getTranslation("contacts.tags"));
        tags.setHelperText(getTranslation("contacts.tags.help"));
        tags.setValue(String.join(", ", known.tags()));
        notes.setLabel(getTranslation("contacts.notes"));
        notes.setHelperText(getTranslation("contacts.notes.help"));
        notes.setMaxLength(ContactNotes.LONGEST);
        notes.setValue(known.notes());
        List.of(language, tags).forEach(field -> {
            field.setReadOnly(!may);
            field.setWidthFull();
            field.getElement().setAttribute("autocomplete", "off");
        });
        notes.setReadOnly(!may);
        notes.setWidthFull();
        add(new H2(getTranslation("contacts.about")), language, tags, notes, refusal);
        if (may) {
            add(new Button(getTranslation("contacts.save"), click -> save()));
        }
    }

    private void save() {
        refusal.clear(Map.of("language", language, "contactTags", tags, "notes", notes));
        try {
            var written = Arrays.stream(tags.getValue().split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList();
            var tongue = language.getValue().strip();
            book.note(
                    signedIn.actor(),
                    contact,
                    new ContactNotes(tongue.isEmpty() ? null : tongue, written, notes.getValue()));
            Told.done(getTranslation("contacts.saved"));
        } catch (Problem refused) {
            refusal.show(
                    refused,
                    Refusal.words(this, refused),
                    Map.of("language", language, "contactTags", tags, "notes", notes));
        }
    }
}
