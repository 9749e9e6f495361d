package com.qliento.ui.trigger;

import com.qliento.trigger.HookDelivery;
import com.qliento.trigger.Proof;
import com.qliento.trigger.Trigger;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of triggers and of what came to them. */
final class TriggerWords {

    private static final String GOOD = "good";

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
        return speaker.getTranslation("triggers.outcome." + (delivery.taken() ? delivery.outcome() : "refused"));
    }

    /** Why nothing began, or nobody was told; null when something did, or somebody was. */
    static @Nullable String why(Component speaker, HookDelivery delivery) {
        if (mood(delivery).equals(GOOD)) {
            return null;
        }
        var parts = delivery.outcome().split(" ", 2);
        var key = "triggers.why." + parts[0];
        var words = speaker.getTranslation(key, parts.length > 1 ? parts[1] : "");
        return words.equals(key) ? delivery.outcome() : words;
    }

    /** The colour of what became of it: none for nothing, and for what nobody waits for. */
    static String mood(@Nullable HookDelivery delivery) {
        if (delivery == null || delivery.outcome().equals(HookDelivery.NOBODY_WAITS)) {
            return "";
        }
        return delivery.taken() ? GOOD : "bad";
    }

    /** Which flow it begins, by what that is called; or that it tells one that waits. */
    static String does(Component speaker, Trigger trigger, String flow) {
        return trigger.tells()
                ? speaker.getTranslation("triggers.tells")
                : speaker.getTranslation("triggers.begins", flow);
    }

    static String state(Component speaker, Trigger trigger) {
        return speaker.getTranslation(trigger.enabled() ? "triggers.state.on" : "triggers.state.off");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
