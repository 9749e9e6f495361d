package com.qliento.ui.register;

import com.qliento.problem.Problem;
import com.qliento.register.ProcessingRegister;
import com.qliento.register.Register.Controller;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Who is responsible, written by hand. */
final class ControllerDialog extends Dialog {

    private final transient ProcessingRegister register;
    private final transient SignedIn signedIn;
    private final transient Runnable after;
    private final Map<String, TextArea> fields = new LinkedHashMap<>();

    ControllerDialog(ProcessingRegister register, SignedIn signedIn, Controller now, Runnable after) {
        this.register = register;
        this.signedIn = signedIn;
        this.after = after;
        setHeaderTitle(getTranslation("register.responsible"));
        setWidth("min(560px, 96vw)");
        var form = new Div();
        form.addClassName("q-register-form");
        field(form, "name", now.name());
        field(form, "contact", now.contact());
        field(form, "officer", now.officer());
        field(form, "representative", now.representative());
        field(form, "transfers", now.transfers());
        add(form);
        var save = new Button(getTranslation("register.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }

    private void field(Div form, String name, String value) {
        var field = new TextArea(getTranslation("register.field." + name));
        field.setHelperText(getTranslation("register.help." + name));
        field.setMaxLength(ProcessingRegister.LONGEST);
        field.setMinRows(1);
        field.setValue(value);
        fields.put(name, field);
        form.add(field);
    }

    private String value(String name) {
        return Objects.requireNonNull(fields.get(name)).getValue();
    }

    private void save() {
        try {
            register.set(
                    signedIn.actor(),
                    new Controller(
                            value("name"),
                            value("contact"),
                            value("officer"),
                            value("representative"),
                            value("transfers"),
                            null));
            close();
            Told.done(getTranslation("register.saved"));
            after.run();
        } catch (Problem refused) {
            Told.refused(Refusal.words(this, refused));
        }
    }
}
