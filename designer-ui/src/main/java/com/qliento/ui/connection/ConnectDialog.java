package com.qliento.ui.connection;

import com.qliento.channel.Channels;
import com.qliento.channel.Connections;
import com.qliento.channel.NewChannel;
import com.qliento.problem.Problem;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Connects a number with what Meta's app dashboard shows. Secrets go in and are never shown again. */
final class ConnectDialog extends Dialog {

    private final Map<String, TextFieldBase<?, String>> fields = new LinkedHashMap<>();
    private final Paragraph refusal = new Paragraph();
    private final transient Connections connections;
    private final transient SignedIn signedIn;
    private final transient Runnable changed;

    ConnectDialog(Connections connections, SignedIn signedIn, Runnable changed) {
        this.connections = connections;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(getTranslation("connections.connect"));
        setWidth("min(560px, 96vw)");
        var form = new Div(new Paragraph(getTranslation("connections.connect.help")));
        form.addClassName("q-connect-form");
        for (var name : new String[] {"displayNumber", "phoneNumberId", "accountId"}) {
            form.add(field(name, new TextField()));
        }
        for (var name : new String[] {"appSecret", "accessToken", "verifyToken"}) {
            form.add(field(name, new PasswordField()));
        }
        refusal.addClassName("q-refusal");
        refusal.getElement().setAttribute("role", "alert");
        form.add(refusal);
        add(form);
        var connect = new Button(getTranslation("connections.connect.do"), click -> connect());
        connect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), connect);
    }

    private <F extends TextFieldBase<F, String>> F field(String name, F field) {
        field.setLabel(getTranslation("connections.field." + name));
        field.setHelperText(getTranslation("connections.field." + name + ".help"));
        field.setRequiredIndicatorVisible(!name.equals("accountId"));
        field.getElement().setAttribute("autocomplete", "off");
        field.setWidthFull();
        fields.put(name, field);
        return field;
    }

    private void connect() {
        fields.values().forEach(field -> field.setInvalid(false));
        refusal.setText("");
        try {
            connections.connect(
                    signedIn.actor(),
                    new NewChannel.Form(
                                    value("phoneNumberId"),
                                    value("accountId"),
                                    value("displayNumber"),
                                    value("appSecret"),
                                    value("verifyToken"),
                                    value("accessToken"))
                            .read());
            close();
            changed.run();
        } catch (Problem refused) {
            tell(refused);
        }
    }

    private String value(String name) {
        return Objects.requireNonNull(fields.get(name)).getValue();
    }

    private void tell(Problem refused) {
        var field = fields.get(String.valueOf(refused.more().get("field")));
        if (field == null) {
            refusal.setText(
                    refused.is(Channels.NUMBER_TAKEN)
                            ? getTranslation("connections.taken")
                            : Refusal.words(this, refused));
            return;
        }
        field.setInvalid(true);
        field.setErrorMessage(
                getTranslation(field.getValue().isBlank() ? "connections.field.needed" : "connections.field.digits"));
        field.focus();
    }
}
