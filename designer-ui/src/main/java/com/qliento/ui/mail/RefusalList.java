package com.qliento.ui.mail;

import com.qliento.account.Permission;
import com.qliento.mail.MailRefusal;
import com.qliento.mail.MailRefusals;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;

/** What the mail server did not take or deliver lately, and why; whom it was for is seen in the conversation alone. */
final class RefusalList extends Div {

    private final transient SignedIn signedIn;
    private final transient Clock clock;

    RefusalList(MailRefusals refusals, SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-card", "q-mail-refusals");
        var lately = refusals.latest(signedIn.actor());
        add(new H2(getTranslation("mail.refused")), new Paragraph(count(lately)));
        if (!lately.items().isEmpty()) {
            var list = new UnorderedList();
            lately.items().forEach(refusal -> list.add(line(refusal)));
            add(list);
        }
        var bounces = new Paragraph(getTranslation("mail.refused.bounces"));
        bounces.addClassName("q-mail-bounces");
        add(bounces);
    }

    private String count(MailRefusals.Lately lately) {
        if (lately.count() == 0) {
            return getTranslation("mail.refused.none", lately.days());
        }
        return lately.count() == 1
                ? getTranslation("mail.refused.one", lately.days())
                : getTranslation("mail.refused.some", lately.count(), lately.days());
    }

    private Component line(MailRefusal refusal) {
        var why = new Span(why(refusal.kind()));
        var facts = new Div(new When(refusal.at(), clock.instant(), signedIn.zone()));
        if (refusal.code() > 0) {
            facts.add(code(refusal));
        }
        facts.add(whose(refusal));
        facts.addClassName("q-mail-facts");
        return new ListItem(why, facts);
    }

    private Span code(MailRefusal refusal) {
        var code = String.valueOf(refusal.code());
        return new Span(
                refusal.times() == 1
                        ? getTranslation("mail.refused.code", code)
                        : getTranslation("mail.refused.codes", code, refusal.times()));
    }

    /** What is said of a test, but for what only then helps. */
    private String why(MailRefusal.Kind kind) {
        return switch (kind) {
            case BUSY -> getTranslation("mail.refused.busy");
            case BOUNCED -> getTranslation("mail.refused.bounced");
            case REFUSED_RECIPIENT, REFUSED_MAIL, REFUSED_ACCOUNT -> getTranslation("mail.came." + kind.name());
        };
    }

    private Component whose(MailRefusal refusal) {
        if (refusal.conversation() == null) {
            return new Span(getTranslation("mail.refused.nobody"));
        }
        var words = getTranslation("mail.refused.conversation");
        return signedIn.may(Permission.SEE_CONVERSATIONS)
                ? new Anchor("conversations/" + refusal.conversation(), words)
                : new Span(words);
    }
}
