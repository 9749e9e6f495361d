package com.qliento.ui.conversation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;

/** How long the customer may still be written to freely: a bar that empties, with words. */
final class ReplyWindow extends Div {

    private static final Duration WHOLE = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(3);

    ReplyWindow(Instant until, Instant now) {
        addClassName("q-window");
        var left = Duration.between(now, until);
        var words = new Span(words(left));
        if (left.isNegative() || left.isZero()) {
            addClassName("closed");
            add(words);
            return;
        }
        if (left.compareTo(SOON) < 0) {
            addClassName("soon");
        }
        var filled = new Div();
        filled.setWidth(Math.min(100, left.toMinutes() * 100 / WHOLE.toMinutes()) + "%");
        var bar = new Div(filled);
        bar.addClassName("q-window-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(bar, words);
    }

    private String words(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return getTranslation("conversations.window.closed");
        }
        return left.toHours() > 0
                ? getTranslation("conversations.window.hours", left.toHours())
                : getTranslation("conversations.window.minutes", Math.max(1, left.toMinutes()));
    }
}
