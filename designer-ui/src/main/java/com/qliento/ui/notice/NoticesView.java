package com.qliento.ui.notice;

import com.qliento.account.Permission;
import com.qliento.mail.MailSenders;
import com.qliento.notice.NoticeKind;
import com.qliento.notice.Notices;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** What somebody is told about by mail: a switch for each kind that their role can do something about. */
@InNavigation(section = Section.CONNECT, order = 5, title = "nav.notices", icon = "circleAlert")
@Route(value = "notices", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class NoticesView extends Div implements HasDynamicTitle {

    private final transient Notices notices;
    private final transient SignedIn signedIn;

    NoticesView(Notices notices, MailSenders senders, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-notices");
        add(new ViewHead(getTranslation("nav.notices"), getTranslation("notices.sentence")));
        var wishes = notices.of(signedIn.actor());
        if (wishes.isEmpty()) {
            add(nothing());
            return;
        }
        if (!senders.isCaught() && senders.find(signedIn.actor()).isEmpty()) {
            add(noSender());
        }
        var card = new Div();
        card.addClassName("q-card");
        wishes.forEach((kind, wanted) -> card.add(row(kind, wanted)));
        add(card);
    }

    private Component nothing() {
        var box = new Div(
                new Icon("circleAlert"),
                new H2(getTranslation("notices.empty")),
                new Paragraph(getTranslation("notices.empty.help")));
        box.addClassName("q-empty");
        return box;
    }

    private Component noSender() {
        var link = new Anchor("mail", getTranslation("nav.mail"));
        var box = new Div(new Icon("mail"), new Span(getTranslation("notices.no-sender")), link);
        box.addClassNames("q-card", "q-mail-caught");
        return box;
    }

    private Component row(NoticeKind kind, boolean wanted) {
        var box = new Checkbox(getTranslation("notices." + kind.name()), wanted);
        box.setHelperText(getTranslation("notices." + kind.name() + ".help"));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wish(kind, box, change.getValue());
            }
        });
        return new Div(box);
    }

    /** Kept at once; a box whose wish could not be kept shows what is. */
    private void wish(NoticeKind kind, Checkbox box, boolean wanted) {
        try {
            notices.wish(signedIn.actor(), kind, wanted);
            Notification.show(getTranslation(wanted ? "notices.on" : "notices.off"));
        } catch (Problem refused) {
            box.setValue(!wanted);
            Notification.show(Refusal.words(this, refused));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.notices") + " · Qliento";
    }
}
