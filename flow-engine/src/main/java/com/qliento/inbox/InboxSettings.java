package com.qliento.inbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the inbox works.
 *
 * @param workers steps done at the same time on this node
 * @param sweep how often work that nobody took is looked for
 * @param handOver how long a message may wait before that look counts it as left
 * @param retries pauses before a failed message is tried again; after the last it is parked
 */
@ConfigurationProperties("qliento.inbox")
record InboxSettings(
        @DefaultValue("8") int workers,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("2s") Duration handOver,
        @DefaultValue({"1s", "5s", "20s", "60s"}) List<Duration> retries) {}
