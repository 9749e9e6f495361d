package com.qliento.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the screens say, in English, Spanish and Portuguese; a person's browser decides until they choose. */
@Component
class Words implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Bundles.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        var text = Bundles.text(key, locale);
        if (text == null) {
            return key;
        }
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }
}
