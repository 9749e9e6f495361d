package com.qliento.ui.register;

import com.qliento.account.Permission;
import com.qliento.register.ProcessingRegister;
import com.qliento.register.Register;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What is processed of people, why, until when, by which flows, and who gets it (GDPR Art. 30). */
@InNavigation(section = Section.PRIVACY, order = 4, title = "nav.register", icon = "list")
@Route(value = "register", layout = MainLayout.class)
@PermitAll
@Needs(Permission.WORK_CASES)
public class RegisterView extends Div implements HasDynamicTitle {

    private final transient ProcessingRegister register;
    private final transient SignedIn signedIn;
    private final Div sheet = new Div();

    RegisterView(ProcessingRegister register, SignedIn signedIn) {
        this.register = register;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-register");
        sheet.addClassName("q-register-sheet");
        add(head(), sheet);
        show();
    }

    private Component head() {
        var print = new Button(
                getTranslation("register.print"), click -> getElement().executeJs("window.print()"));
        return new ViewHead(
                getTranslation("nav.register"),
                getTranslation("register.sentence"),
                print,
                new RegisterDownload(register, signedIn));
    }

    private void show() {
        var now = register.get(signedIn.actor(), getLocale());
        sheet.removeAll();
        sheet.add(
                responsible(now),
                titled("register.activities", new ActivityTable(this, now.activities())),
                titled("register.recipients", new RecipientTable(this, now.recipients())),
                titled("register.flows", flows(now.flows())),
                titled("register.safeguards", list(now.safeguards())),
                made(now));
    }

    private Component responsible(Register now) {
        var controller = now.controller();
        var change = new Button(
                getTranslation(controller.isNamed() ? "register.change" : "register.name-it"),
                new Icon("person"),
                click -> new ControllerDialog(register, signedIn, controller, this::show).open());
        change.addClassName("q-register-change");
        if (!controller.isNamed()) {
            change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        var facts = new Facts();
        facts.put(getTranslation("register.organisation"), now.organisation());
        facts.put(getTranslation("register.field.name"), controller.name());
        facts.put(getTranslation("register.field.contact"), controller.contact());
        facts.put(getTranslation("register.field.officer"), controller.officer());
        facts.put(getTranslation("register.field.representative"), controller.representative());
        facts.put(getTranslation("register.field.transfers"), controller.transfers());
        var section = titled("register.responsible", facts);
        if (!controller.isNamed()) {
            section.add(new Paragraph(getTranslation("register.not-named")));
        }
        section.add(change);
        return section;
    }

    private Component flows(List<Register.FlowUse> flows) {
        return flows.isEmpty() ? new Paragraph(getTranslation("register.flows.none")) : new FlowTable(this, flows);
    }

    private static Component list(List<String> all) {
        return new UnorderedList(all.stream().map(ListItem::new).toArray(ListItem[]::new));
    }

    private Component made(Register now) {
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.zone());
        var words = new Span(getTranslation("register.made", time.format(now.madeAt())));
        words.addClassName("q-register-made");
        return words;
    }

    private Div titled(String title, Component content) {
        var section = new Div(new H2(getTranslation(title)), content);
        section.addClassName("q-register-part");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.register") + " · Qliento";
    }
}
