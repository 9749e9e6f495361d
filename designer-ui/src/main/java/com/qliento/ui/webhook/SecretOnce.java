package com.qliento.ui.webhook;

import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows the secret that signs, this once, to be copied to where it is checked. */
final class SecretOnce extends Dialog {

    /** @param words what there is to know about it */
    SecretOnce(String secret, String words) {
        setHeaderTitle(getTranslation("webhooks.secret"));
        setWidth("min(560px, 96vw)");
        setCloseOnOutsideClick(false);
        var text = new TextField(getTranslation("webhooks.secret.text"));
        text.setValue(secret);
        text.setReadOnly(true);
        text.setWidthFull();
        text.addClassName("q-signing-secret");
        var copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(getTranslation("keys.copy"), new Icon("copy"), click -> {
            text.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret);
            copied.setText(getTranslation("keys.copied"));
        });
        var form = new Div(new Paragraph(words), text, copy, copied);
        form.addClassName("q-connect-form");
        add(form);
        var done = new Button(getTranslation("keys.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}
