package com.qliento.ui.webhook;

import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.Told;
import com.qliento.webhook.WebhookDeliveries;
import com.qliento.webhook.WebhookDelivery;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import com.vaadin.flow.component.Component;

/** What somebody who may can do with an endpoint; each says what came of it. */
final class EndpointDeeds {

    private final Component speaker;
    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final SignedIn signedIn;

    /** @param speaker whose language it has */
    EndpointDeeds(Component speaker, WebhookEndpoints endpoints, WebhookDeliveries deliveries, SignedIn signedIn) {
        this.speaker = speaker;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signedIn = signedIn;
    }

    void change(WebhookEndpoint endpoint, Runnable done) {
        new EndpointDialog(endpoints, signedIn, endpoint, done::run).open();
    }

    void switchOn(WebhookEndpoint endpoint, Runnable done) {
        var wish = new WebhookEndpoints.Wish(endpoint.address(), endpoint.kinds(), endpoint.content(), true);
        tell(() -> endpoints.change(signedIn.actor(), endpoint.id(), wish), "webhooks.on", done);
    }

    void test(WebhookEndpoint endpoint, Runnable done) {
        tell(() -> deliveries.test(signedIn.actor(), endpoint.id()), "webhooks.tested", done);
    }

    void replay(WebhookEndpoint endpoint, WebhookDelivery delivery, Runnable done) {
        tell(() -> deliveries.replay(signedIn.actor(), endpoint.id(), delivery.id()), "webhooks.replayed", done);
    }

    void rotate(WebhookEndpoint endpoint) {
        Sure.then(speaker, sure("rotate", endpoint), () -> {
            try {
                var made = endpoints.rotate(signedIn.actor(), endpoint.id());
                new SecretOnce(made.secret(), speaker.getTranslation("webhooks.secret.rotated")).open();
            } catch (Problem refused) {
                refused(refused);
            }
        });
    }

    void delete(WebhookEndpoint endpoint, Runnable done) {
        Sure.ends(
                speaker,
                sure("delete", endpoint),
                () -> tell(() -> endpoints.delete(signedIn.actor(), endpoint.id()), "webhooks.deleted", done));
    }

    private Sure.Words sure(String deed, WebhookEndpoint endpoint) {
        return new Sure.Words(
                speaker.getTranslation("webhooks." + deed + ".title", endpoint.server()),
                speaker.getTranslation("webhooks." + deed + ".help"),
                speaker.getTranslation("webhooks." + deed));
    }

    private void tell(Runnable work, String words, Runnable done) {
        try {
            work.run();
            Told.done(speaker.getTranslation(words));
        } catch (Problem refused) {
            refused(refused);
        }
        done.run();
    }

    private void refused(Problem refused) {
        Told.refused(Refusal.words(speaker, refused));
    }
}
