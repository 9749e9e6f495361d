package com.qliento.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the simulated WhatsApp behaves.
 *
 * @param webhookUrl where webhooks are posted; without it, {@code /webhooks/whatsapp} of this application
 * @param strictWindow whether a person who never wrote through the simulator is outside the 24-hour window (131047).
 *     Off by default, since such a person may have written by a webhook that somebody posted directly; a person who did
 *     write through it is always held to the window
 * @param readReceipts whether a delivered message is read at once
 * @param media how much media is remembered in all; the oldest is forgotten first
 * @param webhooks how the webhooks are posted
 */
@ConfigurationProperties("qliento.simulator")
record SimulatorSettings(
        @Nullable String webhookUrl,
        @DefaultValue("false") boolean strictWindow,
        @DefaultValue("true") boolean readReceipts,
        @DefaultValue("128MB") DataSize media,
        @DefaultValue Webhooks webhooks) {

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
