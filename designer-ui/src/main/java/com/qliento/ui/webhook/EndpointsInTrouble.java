package com.qliento.ui.webhook;

import com.qliento.account.Permission;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Endpoints that were switched off by us, or have taken nothing for long, need somebody who may change them. */
@Component
@Order(5)
class EndpointsInTrouble implements Attention {

    /** A server that is set up anew is away for less. */
    private static final Duration LONG = Duration.ofHours(1);

    private final WebhookEndpoints endpoints;
    private final Clock clock;

    EndpointsInTrouble(WebhookEndpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @Override
    public String about() {
        return "webhooks.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (!who.may(Permission.MANAGE_CONNECTIONS)) {
            return CompletableFuture.completedFuture(List.of());
        }
        return CompletableFuture.completedFuture(endpoints.all(who.actor()).stream()
                .flatMap(endpoint -> need(ui, endpoint).stream())
                .toList());
    }

    private List<Need> need(UI ui, WebhookEndpoint endpoint) {
        var failing = endpoint.failingSince();
        var off = endpoint.off();
        var address = WebhooksView.PATH + "/" + endpoint.id();
        if (off != null) {
            var words = ui.getTranslation("home.webhooks.off." + off.word(), endpoint.server());
            return List.of(new Need(Severity.BAD, "radio", words, address));
        }
        if (endpoint.enabled() && failing != null && failing.plus(LONG).isBefore(clock.instant())) {
            var hours = Duration.between(failing, clock.instant()).toHours();
            var words = ui.getTranslation("home.webhooks.failing", endpoint.server(), hours);
            return List.of(new Need(Severity.WARN, "radio", words, address));
        }
        return List.of();
    }
}
