package com.qliento.simulator.webhook;

import com.qliento.connector.whatsapp.webhook.Signature;
import com.qliento.machine.OwnCertificate;
import com.qliento.simulator.OnlyInDemo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** One signed POST to the webhook's receiver. Blocks until it answers or the time is up. */
@OnlyInDemo
@Component
final class WebhookCall {

    /** The only answer that Meta takes for a yes. */
    static final int TAKEN = 200;

    private final HttpClient http;
    private final WebhookAddress address;
    private final Duration timeout;

    WebhookCall(WebhookAddress address, WebhookSettings settings) {
        this.address = address;
        this.timeout = settings.webhooks().timeout();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        this.http = (address.isOwn() ? client.sslContext(OwnCertificate.taken()) : client).build();
    }

    /** The HTTP status of the answer, or {@link WebhookListener#NO_ANSWER}: not reachable, or too late. */
    int post(String secret, byte[] body) {
        URI to = address.get().orElse(null);
        if (to == null) {
            return WebhookListener.NO_ANSWER;
        }
        var request = HttpRequest.newBuilder(to)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header(Signature.HEADER, Signature.sign(body, Signature.secretBytes(secret)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return WebhookListener.NO_ANSWER;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return WebhookListener.NO_ANSWER;
        }
    }
}
