package com.qliento.ui.webhook;

import com.qliento.happening.HappeningKind;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an endpoint and shows its secret this once, or changes one. */
final class EndpointDialog extends Dialog {

    private static final Set<HappeningKind> USUAL =
            EnumSet.of(HappeningKind.CONVERSATION_STARTED, HappeningKind.CONVERSATION_ENDED);

    private final TextField address = new TextField();
    private final CheckboxGroup<HappeningKind> kinds = new CheckboxGroup<>();
    private final Checkbox content = new Checkbox();
    private final Checkbox enabled = new Checkbox();
    private final Paragraph refusal = new Paragraph();
    private final transient WebhookEndpoints endpoints;
    private final transient SignedIn signedIn;
    private final transient @Nullable WebhookEndpoint known;
    private final SerializableRunnable changed;

    /** @param known the one to change; null for a new one */
    EndpointDialog(
            WebhookEndpoints endpoints,
            SignedIn signedIn,
            @Nullable WebhookEndpoint known,
            SerializableRunnable changed) {
        this.endpoints = endpoints;
        this.signedIn = signedIn;
        this.known = known;
        this.changed = changed;
        setHeaderTitle(getTranslation(known == null ? "webhooks.add" : "webhooks.change"));
        setWidth("min(560px, 96vw)");
        fields();
        fill();
        refusal.addClassName("q-refusal");
        refusal.getElement().setAttribute("role", "alert");
        var form = new Div(address, kinds, content, warning());
        form.addClassName("q-connect-form");
        if (known != null) {
            form.add(enabled);
        }
        form.add(refusal);
        add(form);
        var save = new Button(getTranslation(known == null ? "webhooks.make" : "webhooks.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }

    private void fields() {
        address.setLabel(getTranslation("webhooks.field.address"));
        address.setHelperText(getTranslation("webhooks.field.address.help"));
        address.setRequiredIndicatorVisible(true);
        address.getElement().setAttribute("autocomplete", "off");
        address.setWidthFull();
        kinds.setLabel(getTranslation("webhooks.field.events"));
        kinds.setItems(List.of(HappeningKind.values()));
        kinds.setItemLabelGenerator(kind -> EventNames.of(this, kind));
        kinds.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        kinds.addClassName("q-webhook-events");
        content.setLabel(getTranslation("webhooks.field.content"));
        enabled.setLabel(getTranslation("webhooks.field.enabled"));
    }

    private void fill() {
        address.setValue(known == null ? "" : known.address());
        kinds.setValue(known == null ? USUAL : known.kinds());
        content.setValue(known != null && known.content());
        enabled.setValue(known == null || known.enabled());
    }

    /** Shown where it is ticked: what it means is read before it is saved. */
    private Div warning() {
        var warning = new Div(new Icon("alert"), new Span(getTranslation("webhooks.field.content.warning")));
        warning.addClassName("q-webhook-warning");
        warning.setVisible(content.getValue());
        content.addValueChangeListener(ticked -> warning.setVisible(ticked.getValue()));
        return warning;
    }

    private void save() {
        address.setInvalid(false);
        refusal.setText("");
        var wish =
                new WebhookEndpoints.Wish(address.getValue(), kinds.getValue(), content.getValue(), enabled.getValue());
        try {
            if (known == null) {
                var made = endpoints.make(signedIn.actor(), wish);
                close();
                new SecretOnce(made.secret(), getTranslation("webhooks.secret.once")).open();
            } else {
                endpoints.change(signedIn.actor(), known.id(), wish);
                close();
            }
            changed.run();
        } catch (Problem refused) {
            if ("address".equals(refused.more().get("field"))) {
                address.setInvalid(true);
                address.setErrorMessage(Refusal.words(this, refused));
                address.focus();
            } else {
                refusal.setText(Refusal.words(this, refused));
            }
        }
    }
}
