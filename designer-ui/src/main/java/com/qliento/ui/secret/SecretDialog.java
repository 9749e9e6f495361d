package com.qliento.ui.secret;

import com.qliento.problem.Problem;
import com.qliento.secret.Secrets;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;

/** Sets a secret, or replaces the value of one. The value goes in and is never shown again. */
final class SecretDialog extends Dialog {

    private final TextField name = new TextField();
    private final PasswordField value = new PasswordField();
    private final Paragraph refusal = new Paragraph();
    private final transient Secrets secrets;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;

    /** @param known the name of the one whose value is replaced; null for a new one */
    SecretDialog(Secrets secrets, SignedIn signedIn, @Nullable String known, SerializableRunnable changed) {
        this.secrets = secrets;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(known == null ? getTranslation("secrets.add") : getTranslation("secrets.replace.title", known));
        setWidth("min(480px, 96vw)");
        var form = new Div();
        form.addClassName("q-connect-form");
        if (known == null) {
            form.add(field(name, "name"));
        } else {
            name.setValue(known);
            form.add(new Paragraph(getTranslation("secrets.replace.help")));
        }
        refusal.addClassName("q-refusal");
        refusal.getElement().setAttribute("role", "alert");
        form.add(field(value, "value"), refusal);
        add(form);
        var keep = new Button(getTranslation("secrets.keep"), click -> keep());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), keep);
    }

    private <F extends TextFieldBase<F, String>> F field(F field, String which) {
        field.setLabel(getTranslation("secrets.field." + which));
        field.setHelperText(getTranslation("secrets.field." + which + ".help"));
        field.setRequiredIndicatorVisible(true);
        field.getElement().setAttribute("autocomplete", which.equals("value") ? "new-password" : "off");
        field.setWidthFull();
        return field;
    }

    private void keep() {
        name.setInvalid(false);
        value.setInvalid(false);
        refusal.setText("");
        try {
            secrets.keep(signedIn.actor(), name.getValue().strip(), value.getValue());
            close();
            changed.run();
        } catch (Problem refused) {
            tell(refused);
        }
    }

    private void tell(Problem refused) {
        var words = Refusal.words(this, refused);
        switch (String.valueOf(refused.more().get("field"))) {
            case "name" -> wrong(name, getTranslation("secrets.bad.name"));
            case "value" ->
                wrong(value, getTranslation(value.getValue().isBlank() ? "secrets.bad.none" : "secrets.bad.value"));
            default -> refusal.setText(words);
        }
    }

    private static void wrong(TextFieldBase<?, String> field, String words) {
        field.setInvalid(true);
        field.setErrorMessage(words);
        field.focus();
    }
}
