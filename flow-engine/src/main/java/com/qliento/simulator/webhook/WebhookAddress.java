package com.qliento.simulator.webhook;

import com.qliento.machine.OwnAddress;
import com.qliento.simulator.OnlyInDemo;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where webhooks go: the configured address, else this application's own, known once its web server has started. */
@OnlyInDemo
@Component
final class WebhookAddress {

    private final OwnAddress own;
    private final @Nullable URI configured;

    WebhookAddress(WebhookSettings settings, OwnAddress own) {
        String address = settings.webhookUrl();
        this.configured = address == null || address.isBlank() ? null : URI.create(address);
        this.own = own;
    }

    /** Whether webhooks go to this application, which need not prove to itself who it is. */
    boolean isOwn() {
        return configured == null;
    }

    Optional<URI> get() {
        if (configured != null) {
            return Optional.of(configured);
        }
        return own.isKnown() ? Optional.of(own.of("/webhooks/whatsapp")) : Optional.empty();
    }
}
