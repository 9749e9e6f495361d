package com.qliento.ui.conversation;

import com.vaadin.flow.component.html.Span;

/** What a conversation does now, in words. */
final class StateWords extends Span {

    StateWords(String state) {
        addClassNames("q-state", kind(state));
        setText(getTranslation("conversations.state." + state));
    }

    private static String kind(String state) {
        return switch (state) {
            case "asking" -> "good";
            case "busy" -> "warn";
            default -> "free";
        };
    }
}
