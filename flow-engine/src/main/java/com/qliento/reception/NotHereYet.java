package com.qliento.reception;

import com.qliento.block.Keywords;
import com.qliento.block.TextBundle;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.RouteReceiver;
import com.qliento.conversation.Step;
import com.qliento.rules.policy.Heard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Answers in the language known of the customer, else in the one of the words they wrote, that what they ask for can't be
 * done here.
 *
 * @param key of what is answered
 * @param words that mean it, by their language
 */
record NotHereYet(Heard.Route route, Heard.Word word, String key, Map<Locale, Set<String>> words)
        implements RouteReceiver {

    private static final TextBundle TEXTS = TextBundle.beside(NotHereYet.class, "Receptions");
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    /** With the words that its texts have. */
    static NotHereYet of(Heard.Route route, Heard.Word word, String key) {
        var words = new LinkedHashMap<Locale, Set<String>>();
        LANGUAGES.forEach(language -> words.put(language, Keywords.parse(TEXTS.text(key + ".words", language))));
        return new NotHereYet(route, word, key, words);
    }

    @Override
    public boolean means(String normalised) {
        return words.values().stream().anyMatch(known -> known.contains(normalised));
    }

    @Override
    public void receive(Step step) {
        step.say(null, new OutboundContent.Text(TEXTS.text(key, language(step)), false));
    }

    private Locale language(Step step) {
        var known = step.language();
        if (known != null) {
            return Locale.forLanguageTag(known);
        }
        var said = Keywords.normalise(step.text());
        return words.entrySet().stream()
                .filter(language -> language.getValue().contains(said))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(Locale.ENGLISH);
    }
}
