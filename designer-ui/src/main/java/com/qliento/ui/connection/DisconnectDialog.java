package com.qliento.ui.connection;

import com.qliento.channel.Connection;
import com.qliento.channel.Connections;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Disconnects a number after it was written once more: customers who write to it hear nothing from then on. */
final class DisconnectDialog extends Dialog {

    DisconnectDialog(Connection number, Connections connections, SignedIn signedIn, Runnable changed) {
        setHeaderTitle(getTranslation("connections.disconnect.title", Numbers.shown(number)));
        setWidth("min(480px, 96vw)");
        var again = new TextField(getTranslation("connections.disconnect.again", Numbers.shown(number)));
        again.setWidthFull();
        again.setValueChangeMode(ValueChangeMode.EAGER);
        var remove = new Button(getTranslation("connections.disconnect"), click -> {
            connections.disconnect(signedIn.actor(), number.id());
            close();
            changed.run();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        remove.setEnabled(false);
        again.addValueChangeListener(change ->
                remove.setEnabled(change.getValue().replaceAll("\\D", "").equals(number.displayNumber())));
        add(new Paragraph(getTranslation("connections.disconnect.help")), again);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), remove);
    }
}
