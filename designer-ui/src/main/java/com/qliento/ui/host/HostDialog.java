package com.qliento.ui.host;

import com.qliento.host.AllowedHosts;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;

/** Allows a host. */
final class HostDialog extends Dialog {

    private final TextField host = new TextField();
    private final Paragraph refusal = new Paragraph();
    private final transient AllowedHosts hosts;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;

    HostDialog(AllowedHosts hosts, SignedIn signedIn, SerializableRunnable changed) {
        this.hosts = hosts;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(getTranslation("hosts.add"));
        setWidth("min(480px, 96vw)");
        host.setLabel(getTranslation("hosts.field.host"));
        host.setHelperText(getTranslation("hosts.field.host.help"));
        host.setRequiredIndicatorVisible(true);
        host.getElement().setAttribute("autocomplete", "off");
        host.setWidthFull();
        refusal.addClassName("q-refusal");
        refusal.getElement().setAttribute("role", "alert");
        var form = new Div(host, refusal);
        form.addClassName("q-connect-form");
        add(form);
        var allow = new Button(getTranslation("hosts.allow"), click -> allow());
        allow.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), allow);
    }

    private void allow() {
        host.setInvalid(false);
        refusal.setText("");
        try {
            hosts.allow(signedIn.actor(), host.getValue());
            close();
            changed.run();
        } catch (Problem refused) {
            if ("host".equals(refused.more().get("field"))) {
                host.setInvalid(true);
                host.setErrorMessage(getTranslation("hosts.bad"));
                host.focus();
            } else {
                refusal.setText(Refusal.words(this, refused));
            }
        }
    }
}
