package com.qliento.ui.trigger;

import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;

/** Shows the address of a trigger, this once: who knows it may call it, so that it is kept nowhere. */
final class AddressOnce extends Dialog {

    /** @param closed does this when somebody has read it */
    AddressOnce(String token, SerializableRunnable closed) {
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
        setHeaderTitle(getTranslation("triggers.address"));
        setWidth("min(640px, 96vw)");
        setCloseOnOutsideClick(false);
        var address = new TextField(getTranslation("triggers.address.text"));
        address.setReadOnly(true);
        address.setWidthFull();
        address.addClassName("q-trigger-address");
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(
                        here -> address.setValue(here.getProtocol() + "://" + here.getAuthority() + "/hooks/" + token));
        var copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(getTranslation("keys.copy"), new Icon("copy"), click -> {
            address.getElement()
                    .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", address.getValue());
            copied.setText(getTranslation("keys.copied"));
        });
        var form = new Div(new Paragraph(getTranslation("triggers.address.once")), address, copy, copied);
        form.addClassName("q-connect-form");
        add(form);
        var done = new Button(getTranslation("keys.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}
