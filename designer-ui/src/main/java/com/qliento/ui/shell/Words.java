package com.qliento.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What the screens say, in English, Spanish and Portuguese; a person's browser decides until they choose. */
@Component
class Words implements I18NProvider {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));
    private static final List<String> BUNDLES = List.of("ui.Texts", "ui.Conversations", "ui.Rules", "ui.Refusals");
    private static final ResourceBundle.Control NO_SYSTEM_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        for (var name : BUNDLES) {
            var bundle = ResourceBundle.getBundle(name, locale, NO_SYSTEM_LANGUAGE);
            if (bundle.containsKey(key)) {
                var text = bundle.getString(key);
                return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
            }
        }
        return key;
    }
}
