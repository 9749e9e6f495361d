package com.qliento.ui.webhook;

import com.qliento.happening.HappeningKind;
import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens, in plain words. */
final class EventNames {

    private static final String NAME = "webhooks.event.";

    private EventNames() {}

    /** Such as "A customer wrote". */
    static String of(Component speaker, HappeningKind kind) {
        return speaker.getTranslation(NAME + kind.word());
    }

    /** The same by the word; one that no screen knows is said as it is. */
    static String of(Component speaker, String word) {
        var said = speaker.getTranslation(NAME + word);
        return said.equals(NAME + word) ? word : said;
    }

    /** All of them in a line. */
    static String of(Component speaker, Set<HappeningKind> kinds) {
        return kinds.size() == HappeningKind.values().length
                ? speaker.getTranslation("webhooks.events.all")
                : kinds.stream().sorted().map(kind -> of(speaker, kind)).collect(Collectors.joining(" · "));
    }
}
