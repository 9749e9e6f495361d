package com.qliento.ui.contact;

import com.qliento.account.Permission;
import com.qliento.consent.OwnConsents;
import com.qliento.consent.PersonLimit;
import com.qliento.consent.PersonLimits;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For what their data may be used, what they said about it, and what limits it by law; each act is asked about before. */
final class UsesCard extends Section {

    private final transient OwnConsents consents;
    private final transient PersonLimits limits;
    private final transient ContactId contact;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    UsesCard(OwnConsents consents, PersonLimits limits, ContactId contact, SignedIn signedIn, Clock clock) {
        this.consents = consents;
        this.limits = limits;
        this.contact = contact;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-card", "q-contact-uses");
        draw();
    }

    private void draw() {
        removeAll();
        add(new H2(getTranslation("contacts.uses")));
        consents.uses(signedIn.actor(), contact).forEach(use -> add(row(use)));
        if (signedIn.may(Permission.RECORD_CONSENT)) {
            add(button("contacts.consent.note", () -> new ConsentDialog(consents, contact, signedIn, clock, this::draw)
                    .open()));
        }
        if (signedIn.may(Permission.WORK_CASES)) {
            add(limits());
        }
        add(new H2(getTranslation("contacts.history")));
        add(new ConsentHistory(consents.page(signedIn.actor(), contact, null, ConsentHistory.MOST), clock, signedIn));
    }

    private Component row(OwnConsents.Use use) {
        var state = new Span(getTranslation("contacts.reason." + use.reason()));
        state.addClassNames("q-state", use.allowed() ? "good" : "bad");
        var words = new Div(
                new Span(getTranslation("contacts.purpose." + use.purpose())),
                new Span(getTranslation("contacts.basis." + use.basis())));
        words.addClassName("q-list-words");
        var row = new Div(words, state);
        row.addClassName("q-contact-row");
        if (use.allowed() && signedIn.may(Permission.RECORD_CONSENT)) {
            row.add(button("contacts.withdraw", () -> askToWithdraw(use.purpose())));
        }
        if (signedIn.may(Permission.WORK_CASES)
                && !use.basis().equals("contract")
                && !use.reason().equals("objected")) {
            row.add(button("contacts.object", () -> askToObject(use.purpose())));
        }
        return row;
    }

    private void askToWithdraw(String purpose) {
        Sure.ends(
                this,
                new Sure.Words(
                        getTranslation("contacts.withdraw.title", getTranslation("contacts.purpose." + purpose)),
                        getTranslation("contacts.withdraw.help"),
                        getTranslation("contacts.withdraw")),
                () -> does(() -> {
                    var unused = consents.withdraw(
                            signedIn.actor(), contact, Set.of(of(purpose)), ConsentDialog.SCREEN, Map.of());
                }));
    }

    private void askToObject(String purpose) {
        ask("contacts.object", getTranslation("contacts.object.help"), reason -> {
            var unused = limits.object(signedIn.actor(), contact, of(purpose), reason);
        });
    }

    private Component limits() {
        var all = new Div();
        all.addClassName("q-contact-limits");
        var restrictions = holding(limits.restrictions(signedIn.actor(), contact));
        restrictions.forEach(one -> all.add(limit(getTranslation("contacts.restricted"), one)));
        all.add(
                restrictions.isEmpty()
                        ? button("contacts.restrict", this::askToRestrict)
                        : button("contacts.unrestrict", this::askToUnrestrict));
        holding(limits.objections(signedIn.actor(), contact)).forEach(one -> {
            var purpose = getTranslation("contacts.purpose." + one.purpose());
            all.add(limit(getTranslation("contacts.objects", purpose), one));
            all.add(button("contacts.lift", () -> askToLift(one)));
        });
        return all;
    }

    private static List<PersonLimit> holding(List<PersonLimit> all) {
        return all.stream().filter(PersonLimit::holds).toList();
    }

    private Component limit(String words, PersonLimit one) {
        var said = new Div(new Span(words), new Span(one.reason() == null ? "" : one.reason()));
        said.addClassName("q-list-words");
        return said;
    }

    private void askToRestrict() {
        ask("contacts.restrict", getTranslation("contacts.restrict.help"), reason -> {
            var unused = limits.restrict(signedIn.actor(), contact, reason);
        });
    }

    private void askToUnrestrict() {
        ask(
                "contacts.unrestrict",
                getTranslation("contacts.unrestrict.help"),
                reason -> limits.unrestrict(signedIn.actor(), contact, reason));
    }

    private void askToLift(PersonLimit one) {
        boolean marketing = Purpose.MARKETING.code().equals(one.purpose());
        ask("contacts.lift", getTranslation(marketing ? "contacts.lift.marketing" : "contacts.lift.help"), reason -> {
            var unused = limits.liftObjection(signedIn.actor(), contact, one.id(), marketing, reason);
        });
    }

    private void ask(String words, String help, ReasonDialog.Act act) {
        new ReasonDialog(getTranslation(words), help, act, this::draw).open();
    }

    private void does(Runnable act) {
        try {
            act.run();
            Told.done(getTranslation("contacts.saved"));
        } catch (Problem refused) {
            Told.refused(Refusal.words(this, refused));
        }
        draw();
    }

    private Button button(String words, Runnable does) {
        var button = new Button(getTranslation(words), click -> does.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static Purpose of(String code) {
        return Purpose.of(code).orElseThrow();
    }
}
