package com.qliento.ui.mail;

import com.qliento.account.Permission;
import com.qliento.mail.MailRefusals;
import com.qliento.mail.MailSenders;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** From whom e-mails come and how they leave: owners set and try it, others see whether there is one. */
@InNavigation(section = Section.CONNECT, order = 3, title = "nav.mail", icon = "mail")
@Route(value = "mail", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class MailView extends Div implements HasDynamicTitle {

    private final transient MailSenders senders;
    private final transient MailRefusals refusals;
    private final transient Clock clock;
    private final transient SignedIn signedIn;

    MailView(MailSenders senders, MailRefusals refusals, SignedIn signedIn, Clock clock) {
        this.senders = senders;
        this.refusals = refusals;
        this.clock = clock;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-mail");
        show();
    }

    private void show() {
        removeAll();
        add(new ViewHead(getTranslation("nav.mail"), getTranslation("mail.sentence")));
        if (senders.isCaught()) {
            add(caught());
        }
        if (signedIn.may(Permission.MANAGE_CONNECTIONS)) {
            add(new SenderForm(senders, signedIn, this::show), new TryMail(senders, signedIn));
        } else {
            add(facts());
        }
        add(new RefusalList(refusals, signedIn, clock));
    }

    private Component caught() {
        var link = new Anchor("simulator/mail", getTranslation("mail.caught.look"));
        link.setRouterIgnore(true);
        var box = new Div(new Icon("mail"), new Span(getTranslation("mail.caught")), link);
        box.addClassNames("q-card", "q-mail-caught");
        return box;
    }

    private Component facts() {
        var found = senders.find(signedIn.actor());
        var box = found.isEmpty()
                ? new Div(
                        new Icon("mail"),
                        new H2(getTranslation("mail.empty")),
                        new Paragraph(getTranslation("mail.empty.ask")))
                : new Div(
                        new H2(found.get().address()),
                        new Paragraph(getTranslation("mail.by", found.get().host())));
        box.addClassName(found.isEmpty() ? "q-empty" : "q-card");
        return box;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.mail") + " · Qliento";
    }
}
