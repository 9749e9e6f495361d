package com.qliento.simulator;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where webhooks go: the configured address, else this application's own, known once its web server has started. */
@OnlyInDemo
@Component
final class WebhookAddress {

    private volatile @Nullable URI address;

    WebhookAddress(SimulatorSettings settings) {
        String configured = settings.webhookUrl();
        this.address = configured == null || configured.isBlank() ? null : URI.create(configured);
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        boolean management = "management".equals(event.getApplicationContext().getServerNamespace());
        if (address == null && !management) {
            address = URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/webhooks/whatsapp");
        }
    }

    Optional<URI> get() {
        return Optional.ofNullable(address);
    }
}
