package com.qliento.ui.mail;

import com.qliento.connector.mail.MailServer.Security;
import com.qliento.mail.MailSender;
import com.qliento.mail.MailSenders;
import com.qliento.mail.NewSender;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sender and its server. The password goes in and is never shown again. */
final class SenderForm extends Div {

    private static final int STARTTLS_PORT = 587;
    private static final int TLS_PORT = 465;

    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final TextField bouncesTo = new TextField();
    private final TextField host = new TextField();
    private final Select<Security> security = new Select<>();
    private final IntegerField port = new IntegerField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final Span state = new Span();
    private final transient Map<String, HasValidation> fields;
    private final transient MailSenders senders;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;

    SenderForm(MailSenders senders, SignedIn signedIn, SerializableRunnable changed) {
        this.senders = senders;
        this.signedIn = signedIn;
        this.changed = changed;
        this.fields = Map.of(
                "address",
                address,
                "name",
                name,
                "bouncesTo",
                bouncesTo,
                "host",
                host,
                "port",
                port,
                "user",
                user,
                "password",
                password);
        addClassNames("q-card", "q-connect-form");
        label();
        add(new H2(getTranslation("mail.sender")), address, name, host, security, port, user, password, bouncesTo);
        var sender = senders.find(signedIn.actor());
        sender.ifPresentOrElse(this::show, () -> security.setValue(Security.STARTTLS));
        add(actions(sender.isPresent()));
    }

    private void label() {
        for (var field : List.of(address, name, bouncesTo, host, user)) {
            field.getElement().setAttribute("autocomplete", "off");
            field.setWidthFull();
        }
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setWidthFull();
        address.setRequiredIndicatorVisible(true);
        host.setRequiredIndicatorVisible(true);
        address.setLabel(getTranslation("mail.field.address"));
        name.setLabel(getTranslation("mail.field.name"));
        bouncesTo.setLabel(getTranslation("mail.field.bouncesTo"));
        host.setLabel(getTranslation("mail.field.host"));
        security.setLabel(getTranslation("mail.field.security"));
        port.setLabel(getTranslation("mail.field.port"));
        user.setLabel(getTranslation("mail.field.user"));
        password.setLabel(getTranslation("mail.field.password"));
        name.setHelperText(getTranslation("mail.field.name.help"));
        bouncesTo.setHelperText(getTranslation("mail.field.bouncesTo.help"));
        host.setHelperText(getTranslation("mail.field.host.help"));
        user.setHelperText(getTranslation("mail.field.user.help"));
        password.setHelperText(getTranslation("mail.field.password.help"));
        security.setItems(Security.values());
        security.setItemLabelGenerator(which -> getTranslation("mail.security." + which.name()));
        security.addValueChangeListener(
                change -> port.setValue(change.getValue() == Security.TLS ? TLS_PORT : STARTTLS_PORT));
    }

    private void show(MailSender sender) {
        address.setValue(sender.address());
        name.setValue(sender.name());
        bouncesTo.setValue(Objects.requireNonNullElse(sender.bouncesTo(), ""));
        host.setValue(sender.host());
        security.setValue(sender.security());
        port.setValue(sender.port());
        user.setValue(Objects.requireNonNullElse(sender.user(), ""));
    }

    private Div actions(boolean there) {
        var save = new Button(getTranslation("mail.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        state.getElement().setAttribute("role", "status");
        var row = new Div(save, state);
        row.addClassName("q-terms-save");
        if (there) {
            var remove = new Button(getTranslation("mail.delete"), click -> ask());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            row.add(remove);
        }
        return row;
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        state.setText("");
        try {
            senders.set(
                    signedIn.actor(),
                    new NewSender(
                            address.getValue(),
                            name.getValue(),
                            bouncesTo.getValue(),
                            host.getValue(),
                            port.getValue(),
                            security.getValue(),
                            user.getValue(),
                            password.getValue()));
            password.clear();
            changed.run();
        } catch (Problem refused) {
            point(refused);
        }
    }

    private void point(Problem refused) {
        var which = String.valueOf(refused.more().get("field"));
        var field = fields.get(which);
        if (field == null) {
            state.setText(Refusal.words(this, refused));
            return;
        }
        field.setErrorMessage(getTranslation("mail.bad." + which));
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private void ask() {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("mail.delete.title"));
        ask.setText(getTranslation("mail.delete.help"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.setConfirmText(getTranslation("mail.delete"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(sure -> {
            senders.delete(signedIn.actor());
            changed.run();
        });
        ask.open();
    }
}
