package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.webhook.WebhookListener;
import com.qliento.simulator.webhook.WebhookPoster;
import com.qliento.simulator.whatsapp.WebhookBodies.StatusOf;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what becomes of a message of the business: sent, delivered, read, in this order for each message. */
@OnlyInDemo
@Component
final class DeliveryReports {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);

    private final WebhookPoster poster;
    private final WebhookBodies bodies;
    private final Phones phones;
    private final Templates templates;
    private final Clock clock;

    DeliveryReports(WebhookPoster poster, WebhookBodies bodies, Phones phones, Templates templates, Clock clock) {
        this.poster = poster;
        this.bodies = bodies;
        this.phones = phones;
        this.templates = templates;
        this.clock = clock;
    }

    /** Queues the reports; the phone shows each status when its webhook was taken. */
    void report(
            SimulatedNumber number,
            Customer customer,
            String messageId,
            OutgoingMessage message,
            List<String> statuses) {
        var about =
                new StatusOf(messageId, message.callbackData(), message.type().equals("template"), category(message));
        for (String status : statuses) {
            byte[] body = bodies.status(number, customer, clock.instant(), about, status);
            boolean queued = poster.post(
                    new WebhookPoster.Webhook(messageId, number.appSecret(), body, new Shown(messageId, status)));
            if (!queued) {
                LOG.warn("A status webhook was dropped: too many are waiting for their receiver.");
                return;
            }
        }
    }

    private String category(OutgoingMessage message) {
        return Optional.of(message)
                .filter(sent -> sent.type().equals("template"))
                .flatMap(sent -> templates.find(
                        sent.content().path("name").asText(),
                        sent.content().path("language").path("code").asText()))
                .map(template -> template.category().toLowerCase(Locale.ROOT))
                .orElse("service");
    }

    private final class Shown implements WebhookListener {

        private final String messageId;
        private final String status;

        private Shown(String messageId, String status) {
            this.messageId = messageId;
            this.status = status;
        }

        @Override
        public void taken() {
            phones.status(messageId, status);
        }

        @Override
        public void refused(int httpStatus, int attempts, boolean last) {
            if (last) {
                LOG.warn("A status webhook was given up after {} attempts; last answer {}.", attempts, httpStatus);
            }
        }
    }
}
