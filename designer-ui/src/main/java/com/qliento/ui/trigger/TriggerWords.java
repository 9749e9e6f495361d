package com.qliento.ui.trigger;

import com.qliento.trigger.HookDelivery;
import com.qliento.trigger.Proof;
import com.qliento.trigger.Trigger;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of triggers and of what came to them. */
final class TriggerWords {

    private TriggerWords() {}

    /** How a caller shows that it may call. */
    static String proof(Component speaker, Proof proof) {
        var kind = word(proof.kind());
        return speaker.getTranslation(
                "triggers.proof." + kind + ".short", String.valueOf(proof.secret()), String.valueOf(proof.header()));
    }

    /** What became of a delivery; of none, that nothing came yet. */
    static String outcome(Component speaker, @Nullable HookDelivery delivery) {
        if (delivery == null) {
            return speaker.getTranslation("triggers.outcome.none");
        }
        return speaker.getTranslation(isGood(delivery) ? "triggers.outcome.started" : "triggers.outcome.refused");
    }

    /** Why nothing began; null when something did. */
    static @Nullable String why(Component speaker, HookDelivery delivery) {
        if (isGood(delivery)) {
            return null;
        }
        var key = "triggers.why." + delivery.outcome();
        var words = speaker.getTranslation(key);
        return words.equals(key) ? delivery.outcome() : words;
    }

    static boolean isGood(HookDelivery delivery) {
        return delivery.start() != null;
    }

    static String state(Component speaker, Trigger trigger) {
        return speaker.getTranslation(trigger.enabled() ? "triggers.state.on" : "triggers.state.off");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
