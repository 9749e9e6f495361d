package com.qliento.simulator.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are posted.
 *
 * @param webhookUrl where to; without it, {@code /webhooks/whatsapp} of this application
 * @param webhooks how many, how fast and how often
 */
@ConfigurationProperties("qliento.simulator")
record WebhookSettings(
        @Nullable String webhookUrl, @DefaultValue Webhooks webhooks) {

    /**
     * @param queue how many webhooks may wait; above it the phone is told to try later and status webhooks are dropped
     * @param inFlight how many are posted at the same time
     * @param timeout how long one answer may take
     * @param firstRetry pause after the first refusal; doubles from there
     * @param longestRetry the longest pause
     * @param attempts after so many refusals a webhook is dropped
     */
    record Webhooks(
            @DefaultValue("20000") int queue,
            @DefaultValue("8") int inFlight,
            @DefaultValue("15s") Duration timeout,
            @DefaultValue("1s") Duration firstRetry,
            @DefaultValue("1m") Duration longestRetry,
            @DefaultValue("60") int attempts) {

        /** The pause before the attempt after this many refusals. */
        Duration pauseAfter(int refusals) {
            Duration doubled = firstRetry.multipliedBy(1L << Math.min(refusals - 1, 20));
            return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        }
    }
}
