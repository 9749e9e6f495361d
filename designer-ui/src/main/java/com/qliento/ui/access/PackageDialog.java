package com.qliento.ui.access;

import com.qliento.access.AccessPackages;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.FormRefusal;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks for a package of whoever has a number. */
final class PackageDialog extends Dialog {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private final TextField phone = new TextField();
    private final Select<Locale> language = new Select<>();
    private final FormRefusal refusal = new FormRefusal();
    private final transient AccessPackages packages;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;

    PackageDialog(AccessPackages packages, SignedIn signedIn, SerializableRunnable changed) {
        this.packages = packages;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(getTranslation("packages.ask"));
        setWidth("min(480px, 96vw)");
        phone.setLabel(getTranslation("packages.field.phone"));
        phone.setHelperText(getTranslation("packages.field.phone.help"));
        phone.setRequiredIndicatorVisible(true);
        phone.getElement().setAttribute("autocomplete", "off");
        phone.setWidthFull();
        phone.addKeyPressListener(Key.ENTER, pressed -> ask());
        language.setLabel(getTranslation("packages.field.language"));
        language.setHelperText(getTranslation("packages.field.language.help"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(one -> one.getDisplayLanguage(one));
        language.setValue(LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH));
        language.setWidthFull();
        var form = new Div(new Paragraph(getTranslation("packages.ask.help")), phone, language, refusal);
        form.addClassName("q-connect-form");
        add(form);
        var ask = new Button(getTranslation("packages.ask.do"), click -> ask());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), ask);
    }

    private void ask() {
        refusal.clear(Map.of("phone", phone));
        try {
            var people = packages.withPhone(signedIn.actor(), phone.getValue());
            if (people.isEmpty()) {
                phone.setErrorMessage(getTranslation("packages.unknown"));
                phone.setInvalid(true);
                phone.focus();
                return;
            }
            people.forEach(one -> {
                var unused = packages.ask(signedIn.actor(), one, language.getValue());
            });
            close();
            changed.run();
        } catch (Problem refused) {
            refusal.show(refused, Refusal.words(this, refused), Map.of());
        }
    }
}
