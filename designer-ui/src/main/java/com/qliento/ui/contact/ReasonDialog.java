package com.qliento.ui.contact;

import com.qliento.problem.Problem;
import com.qliento.ui.shell.FormRefusal;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.Map;

/** Asks whether somebody is sure, and why. */
final class ReasonDialog extends Dialog {

    /** What is done with the reason; throws {@link Problem} when it is refused. */
    interface Act extends Serializable {
        void because(String reason);
    }

    private final TextArea reason = new TextArea();
    private final FormRefusal refusal = new FormRefusal();
    private final Act act;
    private final SerializableRunnable changed;

    ReasonDialog(String title, String help, Act act, SerializableRunnable changed) {
        this.act = act;
        this.changed = changed;
        setHeaderTitle(title);
        setWidth("min(480px, 96vw)");
        reason.setLabel(getTranslation("contacts.why"));
        reason.setHelperText(getTranslation("contacts.why.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(1000);
        reason.setWidthFull();
        var form = new Div(new Paragraph(help), reason, refusal);
        form.addClassName("q-connect-form");
        add(form);
        var does = new Button(title, click -> does());
        does.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), does);
    }

    private void does() {
        refusal.clear(Map.of("reason", reason));
        try {
            act.because(reason.getValue());
            close();
            Told.done(getTranslation("contacts.saved"));
            changed.run();
        } catch (Problem refused) {
            refusal.show(refused, Refusal.words(this, refused), Map.of("reason", reason));
        }
    }
}
