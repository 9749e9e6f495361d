package com.qliento.simulator.webhook;

import com.qliento.simulator.OnlyInDemo;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whoever runs it how the receiver of simulated webhooks fares: each call is counted, and the log has a line when
 * they begin to fail, when they work again, and for each one that is given up.
 */
@OnlyInDemo
@Component
final class WebhookNews {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookNews.class);
    private static final String METRIC = "qliento.simulator.webhooks";

    private final MeterRegistry metrics;
    private final WebhookAddress address;
    private final AtomicBoolean failing = new AtomicBoolean();

    WebhookNews(MeterRegistry metrics, WebhookAddress address) {
        this.metrics = metrics;
        this.address = address;
    }

    void taken() {
        count("taken");
        if (failing.compareAndSet(true, false)) {
            LOG.info("Simulated webhooks are taken again by {}", receiver());
        }
    }

    void refused(int httpStatus, boolean last) {
        count(httpStatus == WebhookListener.NO_ANSWER ? "unreachable" : "refused");
        if (failing.compareAndSet(false, true)) {
            LOG.warn(
                    "Simulated webhooks are not taken: {} {}. They are posted again; qliento.simulator.webhook-url says"
                            + " where to.",
                    receiver(),
                    httpStatus == WebhookListener.NO_ANSWER ? "can't be reached" : "answers " + httpStatus);
        }
        if (last) {
            count("given-up");
            LOG.warn("A simulated webhook is given up, {} has not taken it", receiver());
        }
    }

    void dropped() {
        count("dropped");
        if (failing.compareAndSet(false, true)) {
            LOG.warn("Simulated webhooks are dropped: as many as may wait for {} wait already", receiver());
        }
    }

    private void count(String result) {
        metrics.counter(METRIC, "result", result).increment();
    }

    /** Without path and query, which may hold a secret. */
    private String receiver() {
        return address.get()
                .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
                .orElse("(nobody yet)");
    }
}
