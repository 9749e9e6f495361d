package com.qliento.ui.key;

import com.qliento.key.ProgramKeys;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Set;

/** Makes an API key, and shows its text this once. */
final class KeyDialog extends Dialog {

    private final TextField name = new TextField();
    private final CheckboxGroup<KeyScope> scopes = new CheckboxGroup<>();
    private final Paragraph refusal = new Paragraph();
    private final Div form = new Div();
    private final transient ProgramKeys keys;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;

    KeyDialog(ProgramKeys keys, SignedIn signedIn, SerializableRunnable changed) {
        this.keys = keys;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(getTranslation("keys.add"));
        setWidth("min(520px, 96vw)");
        name.setLabel(getTranslation("keys.field.name"));
        name.setHelperText(getTranslation("keys.field.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        scopes.setLabel(getTranslation("keys.field.scopes"));
        scopes.setItems(List.of(KeyScope.values()));
        scopes.setItemLabelGenerator(scope -> getTranslation("keys.scope." + scope.word() + ".help"));
        scopes.setValue(Set.of(KeyScope.READ));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        refusal.addClassName("q-refusal");
        refusal.getElement().setAttribute("role", "alert");
        form.addClassName("q-connect-form");
        form.add(name, scopes, refusal);
        add(form);
        var make = new Button(getTranslation("keys.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), make);
    }

    private void make() {
        refusal.setText("");
        try {
            var made = keys.make(signedIn.actor(), name.getValue(), scopes.getValue());
            show(made.key());
            changed.run();
        } catch (Problem refused) {
            refusal.setText(Refusal.words(this, refused));
        }
    }

    private void show(String key) {
        form.removeAll();
        var text = new TextField(getTranslation("keys.text"));
        text.setValue(key);
        text.setReadOnly(true);
        text.setWidthFull();
        text.addClassName("q-key-text");
        var copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(getTranslation("keys.copy"), new Icon("copy"), click -> {
            text.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", key);
            copied.setText(getTranslation("keys.copied"));
        });
        form.add(new Paragraph(getTranslation("keys.once")), text, copy, copied);
        getFooter().removeAll();
        var done = new Button(getTranslation("keys.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
        setCloseOnOutsideClick(false);
    }
}
