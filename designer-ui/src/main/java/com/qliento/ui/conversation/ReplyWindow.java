package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long the customer may still be written to freely: a bar that empties, with words. */
final class ReplyWindow extends Div {

    private static final Duration WHOLE = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(3);

    private static final String DRAWN = """
            <div class="q-window ${item.kind}">
              ${item.kind === 'closed' ? '' : html`
                <div class="q-window-bar" aria-hidden="true"><div style="width: ${item.percent}%"></div></div>`}
              <span>${item.words}</span>
            </div>
            """;

    ReplyWindow(Instant until, Instant now) {
        addClassName("q-window");
        var left = Duration.between(now, until);
        var kind = kind(left);
        if (!kind.isEmpty()) {
            addClassName(kind);
        }
        var words = new Span(words(left, this));
        if (kind.equals("closed")) {
            add(words);
            return;
        }
        var filled = new Div();
        filled.setWidth(percent(left) + "%");
        var bar = new Div(filled);
        bar.addClassName("q-window-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(bar, words);
    }

    /** The same, drawn by the browser alone. */
    static LitRenderer<ConversationView> renderer(Clock clock, Component speaker) {
        return LitRenderer.<ConversationView>of(DRAWN)
                .withProperty("kind", one -> kind(left(one, clock)))
                .withProperty("percent", one -> percent(left(one, clock)))
                .withProperty("words", one -> words(left(one, clock), speaker));
    }

    private static Duration left(ConversationView one, Clock clock) {
        return Duration.between(clock.instant(), one.windowUntil());
    }

    private static String kind(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return "closed";
        }
        return left.compareTo(SOON) < 0 ? "soon" : "";
    }

    private static long percent(Duration left) {
        return Math.min(100, left.toMinutes() * 100 / WHOLE.toMinutes());
    }

    private static String words(Duration left, Component speaker) {
        if (left.isNegative() || left.isZero()) {
            return speaker.getTranslation("conversations.window.closed");
        }
        return left.toHours() > 0
                ? speaker.getTranslation("conversations.window.hours", left.toHours())
                : speaker.getTranslation("conversations.window.minutes", Math.max(1, left.toMinutes()));
    }
}
