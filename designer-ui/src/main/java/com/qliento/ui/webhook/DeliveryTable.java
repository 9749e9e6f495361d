package com.qliento.ui.webhook;

import com.qliento.ui.list.Column;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.qliento.webhook.WebhookDelivery;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of what an endpoint was sent. */
final class DeliveryTable {

    private static final String STATE = """
            <div class="q-list-words"><span class="q-state ${item.mood}">${item.state}</span>
              ${item.why ? html`<span>${item.why}</span>` : ''}</div>
            """;
    private static final String WHY = "calls.why.";

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    DeliveryTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param replay null for those who only look */
    List<Column<WebhookDelivery>> columns(@Nullable SerializableConsumer<WebhookDelivery> replay) {
        var columns = new ArrayList<Column<WebhookDelivery>>();
        columns.add(Column.words(
                        said("webhooks.column.event"),
                        (WebhookDelivery delivery) -> EventNames.of(speaker, delivery.type()),
                        WebhookDelivery::type)
                .share(3));
        columns.add(Column.drawn(
                        said("webhooks.column.state"),
                        LitRenderer.<WebhookDelivery>of(STATE)
                                .withProperty("mood", DeliveryTable::mood)
                                .withProperty(
                                        "state",
                                        delivery -> said("webhooks.delivery."
                                                + delivery.state().word()))
                                .withProperty("why", this::why))
                .share(4));
        columns.add(Column.<WebhookDelivery>words(said("webhooks.column.tries"), this::tries, delivery -> null)
                .share(2)
                .notOnPhones());
        columns.add(Column.<WebhookDelivery>time(
                        said("webhooks.column.when"),
                        delivery -> new When(delivery.happenedAt(), clock.instant(), zone))
                .share(2));
        if (replay != null) {
            columns.add(Column.component("", (WebhookDelivery delivery) -> (Component) button(delivery, replay))
                    .wide("70px"));
        }
        return columns;
    }

    private static String mood(WebhookDelivery delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> "good";
            case FAILED -> "bad";
            case WAITING -> delivery.attempts() == 0 ? "" : "warn";
        };
    }

    /** What the endpoint answered, or why there was no answer, and when it is tried again. */
    private @Nullable String why(WebhookDelivery delivery) {
        var outcome = delivery.outcome();
        if (outcome == null) {
            return null;
        }
        var said = delivery.status() != null
                ? speaker.getTranslation("webhooks.answered", String.valueOf(delivery.status()))
                : speaker.getTranslation(WHY + outcome);
        var words = said.equals(WHY + outcome) ? outcome : said;
        var next = delivery.nextAt();
        return next == null ? words : words + " · " + speaker.getTranslation("webhooks.again", until(next));
    }

    private String until(Instant next) {
        var pause = Duration.between(clock.instant(), next);
        if (pause.toMinutes() < 1) {
            return said("webhooks.in.moments");
        }
        return pause.toHours() < 1
                ? speaker.getTranslation("webhooks.in.minutes", pause.toMinutes())
                : speaker.getTranslation("webhooks.in.hours", pause.toHours());
    }

    private String tries(WebhookDelivery delivery) {
        var millis = delivery.millis();
        return millis == null ? "–" : speaker.getTranslation("webhooks.tries", delivery.attempts(), millis);
    }

    private Button button(WebhookDelivery delivery, SerializableConsumer<WebhookDelivery> replay) {
        var again = new Button(new Icon("rotate"), click -> replay.accept(delivery));
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        again.setAriaLabel(speaker.getTranslation("webhooks.replay.of", EventNames.of(speaker, delivery.type())));
        again.setTooltipText(said("webhooks.replay"));
        return again;
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
