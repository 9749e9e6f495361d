package com.qliento.ui.tryout;

import com.qliento.problem.Problem;
import com.qliento.tryout.Persona;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Who plays the customer: one of a few, or somebody invented. */
final class TryCustomer extends Div {

    private final Select<Persona> samples = new Select<>();
    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final Select<String> language = new Select<>();

    TryCustomer(Consumer<Persona> plays) {
        addClassName("q-try-tab");
        samples.setLabel(getTranslation("try.customer.sample"));
        samples.setItems(Persona.samples());
        samples.setItemLabelGenerator(one -> one.name() == null ? getTranslation("try.customer.noname") : one.name());
        samples.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                fill(change.getValue());
                plays.accept(change.getValue());
            }
        });
        name.setLabel(getTranslation("try.customer.name"));
        name.setMaxLength(100);
        phone.setLabel(getTranslation("try.customer.phone"));
        phone.setMaxLength(20);
        language.setLabel(getTranslation("try.customer.language"));
        language.setItems(List.of("en", "es", "pt"));
        language.setItemLabelGenerator(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(getLocale()));
        var play = new Button(getTranslation("try.customer.play"), click -> play(plays));
        var fields = new Div(name, phone, language, play);
        fields.addClassName("q-try-fields");
        var help = new Paragraph(getTranslation("try.customer.help"));
        help.addClassName("q-try-help");
        add(samples, fields, help);
        samples.setValue(Persona.samples().get(0));
        fill(Persona.samples().get(0));
    }

    private void fill(Persona persona) {
        name.setValue(persona.name() == null ? "" : persona.name());
        phone.setValue(persona.phone());
        language.setValue(persona.language());
        phone.setInvalid(false);
    }

    private void play(Consumer<Persona> plays) {
        try {
            var persona = new Persona(name.getValue(), phone.getValue(), language.getValue());
            phone.setInvalid(false);
            samples.clear();
            plays.accept(persona);
        } catch (Problem wrong) {
            phone.setErrorMessage(getTranslation("try.customer.phone.wrong"));
            phone.setInvalid(true);
        }
    }
}
