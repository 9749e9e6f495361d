package com.qliento.ui.conversation;

import com.vaadin.flow.component.html.Span;

/** What a conversation does now, in words. */
final class StateWords extends Span {

    StateWords(String state) {
        addClassNames("q-state", tone(state));
        setText(getTranslation("conversations.state." + state));
    }

    static String tone(String state) {
        return switch (state) {
            case "asking" -> "good";
            case "busy", "calling" -> "warn";
            default -> "free";
        };
    }
}
