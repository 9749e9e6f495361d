package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says why there is nothing else to see, and where to go from it. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private final H1 title = new H1();

    ErrorPage() {
        addClassName("q-error-page");
    }

    /** Says it; {@code kind} names it for style and tests. */
    void say(String kind, String icon, String words, String help, Component... ways) {
        removeAll();
        getElement().setAttribute("data-kind", kind);
        title.setText(words);
        var way = new Div(ways);
        way.addClassName("q-error-ways");
        add(new Icon(icon), title, new Paragraph(help), way);
    }

    void sayForbidden(SignedIn who) {
        var membership = who.membership();
        say(
                "forbidden",
                "lock",
                getTranslation("error.forbidden"),
                getTranslation(
                        "shell.forbidden.help",
                        getTranslation("shell.role." + membership.role()),
                        membership.organisationName()),
                home());
    }

    Anchor home() {
        return new Anchor("", getTranslation("shell.home"));
    }

    Button again() {
        return new Button(getTranslation("shell.again"), click -> getUI().ifPresent(
                        ui -> ui.getPage().reload()));
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · Qliento";
    }
}
