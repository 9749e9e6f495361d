package com.qliento.ui.contact;

import com.qliento.consent.ConsentEvent;
import com.qliento.consent.ConsentStatement;
import com.qliento.consent.OwnConsents;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.FormRefusal;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Notes a consent that somebody gave by another way than a chat. */
final class ConsentDialog extends Dialog {

    /** By which way it came into the ledger. */
    static final String SCREEN = "screen";

    private static final int LONGEST_EVIDENCE = 200;

    private final Select<Purpose> purpose = new Select<>();
    private final TextArea wording = new TextArea();
    private final TextField evidence = new TextField();
    private final FormRefusal refusal = new FormRefusal();
    private final transient OwnConsents consents;
    private final transient ContactId contact;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final SerializableRunnable changed;

    ConsentDialog(
            OwnConsents consents, ContactId contact, SignedIn signedIn, Clock clock, SerializableRunnable changed) {
        this.consents = consents;
        this.contact = contact;
        this.signedIn = signedIn;
        this.clock = clock;
        this.changed = changed;
        setHeaderTitle(getTranslation("contacts.consent.note"));
        setWidth("min(480px, 96vw)");
        purpose.setLabel(getTranslation("contacts.consent.for"));
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(one -> getTranslation("contacts.purpose." + one.code()));
        purpose.setValue(Purpose.MARKETING);
        purpose.setWidthFull();
        wording.setLabel(getTranslation("contacts.consent.wording"));
        wording.setHelperText(getTranslation("contacts.consent.wording.help"));
        wording.setRequiredIndicatorVisible(true);
        wording.setMaxLength(4000);
        wording.setWidthFull();
        evidence.setLabel(getTranslation("contacts.consent.evidence"));
        evidence.setHelperText(getTranslation("contacts.consent.evidence.help"));
        evidence.setMaxLength(LONGEST_EVIDENCE);
        evidence.setWidthFull();
        var form = new Div(new Paragraph(getTranslation("contacts.consent.help")), purpose, wording, evidence, refusal);
        form.addClassName("q-connect-form");
        add(form);
        var note = new Button(getTranslation("contacts.consent.note"), click -> note());
        note.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), note);
    }

    private void note() {
        refusal.clear(Map.of("wording", wording));
        var words = wording.getValue().strip();
        if (words.isEmpty()) {
            wording.setErrorMessage(getTranslation("contacts.consent.wording.needed"));
            wording.setInvalid(true);
            wording.focus();
            return;
        }
        var shown = evidence.getValue().strip();
        var source = new ConsentStatement.Source(
                SCREEN,
                ConsentStatement.By.THEMSELVES,
                shown.isEmpty() ? Map.<String, String>of() : Map.of("note", shown));
        var said = new ConsentStatement(
                        contact, Set.of(purpose.getValue()), ConsentEvent.GIVEN, source, clock.instant())
                .showing(new ConsentStatement.Shown(words, null));
        try {
            var unused = consents.record(signedIn.actor(), said);
            close();
            Told.done(getTranslation("contacts.saved"));
            changed.run();
        } catch (Problem refused) {
            refusal.show(refused, Refusal.words(this, refused), Map.of("wording", wording));
        }
    }
}
