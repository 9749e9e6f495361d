package com.qliento.ui.webhook;

import com.qliento.ui.shell.When;
import com.qliento.webhook.WebhookEndpoint;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;

/** How an endpoint fares, in a word or two. */
final class EndpointState extends Span {

    EndpointState(WebhookEndpoint endpoint, Instant now, ZoneId zone) {
        addClassName("q-state");
        var off = endpoint.off();
        var failing = endpoint.failingSince();
        if (off != null) {
            addClassName("bad");
            setText(getTranslation("webhooks.state.off." + off.word()));
        } else if (!endpoint.enabled()) {
            setText(getTranslation("webhooks.state.off"));
        } else if (failing != null) {
            addClassName("warn");
            var since = new When(failing, now, zone);
            setText(getTranslation("webhooks.state.failing", since.getText()));
            getElement().setAttribute("title", since.getElement().getAttribute("title"));
        } else {
            addClassName("good");
            setText(getTranslation("webhooks.state.on"));
        }
    }
}
