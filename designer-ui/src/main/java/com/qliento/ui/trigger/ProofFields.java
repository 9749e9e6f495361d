package com.qliento.ui.trigger;

import com.qliento.problem.Problem;
import com.qliento.trigger.Proof;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Chooses how a caller proves itself, and the secret that it knows: one that is kept already, or a new one. */
final class ProofFields extends Div {

    final ComboBox<String> secret = new ComboBox<>();
    final TextField header = new TextField();
    private final Select<Proof.Kind> kind = new Select<>();
    private final PasswordField value = new PasswordField();
    private final transient TriggerDesk desk;

    ProofFields(TriggerDesk desk, @Nullable Proof known) {
        this.desk = desk;
        addClassNames("q-connect-form");
        kind.setLabel(getTranslation("triggers.field.proof"));
        kind.setItems(Proof.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("triggers.proof." + TriggerWords.word(one)));
        kind.setWidthFull();
        secret.setLabel(getTranslation("triggers.field.secret"));
        var names = new ArrayList<>(desk.secrets());
        if (known != null && known.secret() != null && !names.contains(known.secret())) {
            names.add(known.secret());
        }
        secret.setItems(names);
        secret.setAllowCustomValue(true);
        secret.addCustomValueSetListener(
                written -> secret.setValue(written.getDetail().strip()));
        secret.setHelperText(getTranslation("triggers.field.secret.help"));
        secret.setWidthFull();
        value.setLabel(getTranslation("triggers.field.value"));
        value.setHelperText(getTranslation("triggers.field.value.help"));
        value.getElement().setAttribute("autocomplete", "new-password");
        value.setWidthFull();
        header.setLabel(getTranslation("triggers.field.header"));
        header.setHelperText(getTranslation("triggers.field.header.help"));
        header.getElement().setAttribute("autocomplete", "off");
        header.setWidthFull();
        add(kind, header, secret, value);
        kind.addValueChangeListener(change -> show());
        kind.setValue(known == null ? Proof.Kind.BEARER : known.kind());
        if (known != null) {
            header.setValue(known.header() == null ? "" : known.header());
            secret.setValue(known.secret());
        }
    }

    private void show() {
        var chosen = kind.getValue();
        boolean secretive = chosen != Proof.Kind.NONE;
        kind.setHelperText(getTranslation("triggers.proof." + TriggerWords.word(chosen) + ".help"));
        secret.setVisible(secretive);
        value.setVisible(secretive);
        header.setVisible(chosen == Proof.Kind.HMAC);
    }

    private void keep(String name) {
        try {
            desk.services().secrets().keep(desk.actor(), name, value.getValue());
        } catch (Problem refused) {
            // What it calls name and value is one field here, and another field of this form is a name.
            throw refused.more().containsKey("field")
                    ? Problem.invalid("secret", String.valueOf(refused.getMessage()))
                    : refused;
        }
    }

    /** What is chosen; a value that was written is kept under its name first. Throws {@link Problem} for what is none yet. */
    Proof get() {
        var name = secret.getValue();
        var proof = new Proof(kind.getValue(), header.getValue(), name);
        if (kind.getValue() == Proof.Kind.NONE) {
            return proof;
        }
        if (!value.isEmpty()) {
            keep(String.valueOf(name));
        } else if (!desk.secrets().contains(name)) {
            throw Problem.invalid("secret", "There is no secret of this name. Give its value too.");
        }
        return proof;
    }
}
