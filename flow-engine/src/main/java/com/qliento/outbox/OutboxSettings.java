package com.qliento.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param inFlight calls at the same time for one phone number of ours
 * @param settleTime how long a delivery status is waited for when it is not known whether a call was carried out
 * @param leftTime the same for what a node that died had in the air
 * @param longestPause between two tries while WhatsApp can't be reached, or answers with an error of its own whatever the
 *     number sends
 * @param tries of a message that fails though others of its number get through; it is parked after the last
 * @param longestWait between two of these
 */
@ConfigurationProperties("qliento.outbox")
record OutboxSettings(
        @DefaultValue("64") int inFlight,
        @DefaultValue("10s") Duration settleTime,
        @DefaultValue("3s") Duration leftTime,
        @DefaultValue("15s") Duration longestPause,
        @DefaultValue("20") int tries,
        @DefaultValue("1m") Duration longestWait) {}
