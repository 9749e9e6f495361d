package com.qliento.ui.tryout;

import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for the name of a test case. */
final class CaseNameDialog extends Dialog {

    /**
     * @param warning stands above the field; empty for none
     * @param named does what the name is for; what it throws as a {@link Problem} is shown
     */
    CaseNameDialog(String name, String warning, Consumer<String> named) {
        setHeaderTitle(getTranslation(name.isEmpty() ? "try.cases.save" : "try.cases.rename"));
        setWidth("min(440px, 96vw)");
        var field = new TextField(getTranslation("try.cases.name"));
        field.setMaxLength(120);
        field.setValue(name);
        field.setWidthFull();
        field.setAutofocus(true);
        var save = new Button(getTranslation("try.cases.keep"), click -> {
            try {
                named.accept(field.getValue());
                close();
            } catch (Problem refused) {
                field.setErrorMessage(Refusal.words(field, refused));
                field.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        if (!warning.isEmpty()) {
            var words = new Paragraph(warning);
            words.addClassName("q-try-warning");
            add(words);
        }
        add(field);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }
}
