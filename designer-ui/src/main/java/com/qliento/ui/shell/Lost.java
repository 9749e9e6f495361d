package com.qliento.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** A page that says why there is nothing else on it, and leads back. */
final class Lost extends Main {

    /**
     * @param key of the words
     * @param values in the words of help
     */
    Lost(String key, Object... values) {
        addClassName("q-lost");
        var home = new Button(getTranslation("lost.home"), click -> getUI().ifPresent(ui -> ui.navigate("")));
        home.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var text = new Div(
                new Icon("circleAlert"),
                new H1(getTranslation(key)),
                new Paragraph(getTranslation(key + ".help", values)),
                home);
        text.addClassName("q-empty");
        add(text);
    }
}
