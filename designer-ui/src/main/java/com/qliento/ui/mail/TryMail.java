package com.qliento.ui.mail;

import com.qliento.mail.MailSenders;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Sends a test mail by what is saved, and says what the server made of it. */
final class TryMail extends Div {

    private final TextField to = new TextField();
    private final Button send = new Button();
    private final Paragraph outcome = new Paragraph();
    private final transient MailSenders senders;
    private final transient SignedIn signedIn;

    TryMail(MailSenders senders, SignedIn signedIn) {
        this.senders = senders;
        this.signedIn = signedIn;
        addClassNames("q-card", "q-connect-form");
        to.setLabel(getTranslation("mail.try.to"));
        to.setWidthFull();
        send.setText(getTranslation("mail.try.send"));
        send.addClickListener(click -> send());
        send.setDisableOnClick(true);
        outcome.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("mail.try")),
                new Paragraph(getTranslation("mail.try.help")),
                to,
                new Div(send),
                outcome);
    }

    private void send() {
        to.setInvalid(false);
        outcome.setText(getTranslation("mail.try.sending"));
        try {
            var ui = getUI().orElseThrow();
            var unused = senders.tryOut(signedIn.actor(), to.getValue(), getLocale())
                    .handle((came, failed) ->
                            failed == null ? came.map(Enum::name).orElse("NO_SENDER") : "FAILED")
                    .thenAccept(word -> ui.access(() -> told(word)));
        } catch (Problem refused) {
            outcome.setText("");
            to.setErrorMessage(getTranslation("mail.bad.address"));
            to.setInvalid(true);
            send.setEnabled(true);
        }
    }

    private void told(String word) {
        outcome.setText(getTranslation("mail.came." + word));
        send.setEnabled(true);
    }
}
