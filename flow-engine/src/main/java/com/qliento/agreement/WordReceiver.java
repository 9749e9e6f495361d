package com.qliento.agreement;

import com.qliento.agreement.Agreements.Agreed;
import com.qliento.block.Keywords;
import com.qliento.block.TextBundle;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.consent.ConsentEvent;
import com.qliento.consent.ConsentStatement.Shown;
import com.qliento.consent.Purpose;
import com.qliento.conversation.RouteReceiver;
import com.qliento.conversation.Step;
import com.qliento.rules.policy.Heard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes words such as BAJA that no flow takes: they take consent to advertising back, or give it again, and are answered.
 *
 * @param words that mean it, by their language
 */
record WordReceiver(
        Heard.Route route, Heard.Word word, ConsentEvent event, Map<Locale, Set<String>> words, Agreements agreements)
        implements RouteReceiver {

    private static final TextBundle TEXTS = TextBundle.beside(WordReceiver.class, "Words");
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.MARKETING);

    /** No more of it. */
    static WordReceiver out(Agreements agreements) {
        return new WordReceiver(
                Heard.Route.OPT_OUT, Heard.Word.STOP, ConsentEvent.WITHDRAWN, words("opt-out"), agreements);
    }

    /** Again. */
    static WordReceiver in(Agreements agreements) {
        return new WordReceiver(Heard.Route.OPT_IN, Heard.Word.START, ConsentEvent.GIVEN, words("opt-in"), agreements);
    }

    private static Map<Locale, Set<String>> words(String key) {
        var words = new LinkedHashMap<Locale, Set<String>>();
        LANGUAGES.forEach(language -> words.put(language, Keywords.parse(TEXTS.text(key + ".words", language))));
        return words;
    }

    @Override
    public boolean means(String normalised) {
        return words.values().stream().anyMatch(known -> known.contains(normalised));
    }

    @Override
    public void receive(Step step) {
        var language = language(step);
        boolean given = event == ConsentEvent.GIVEN;
        // What they wrote of themselves is the wording, and the answer says what it means and how it ends.
        var reply = TEXTS.text(given ? "opt-in" : "opt-out", language);
        var shown = given ? new Shown(reply, language.getLanguage()) : null;
        agreements.note(step, null, new Agreed(PURPOSES, event, shown, null));
        step.say(null, new OutboundContent.Text(reply, false));
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

    @Override
    public String toString() {
        return "WordReceiver[" + route + "]";
    }
}
