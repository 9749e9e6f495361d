package com.qliento.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WebhookSettingsTest {

    @Property
    void pauses_between_attempts_grow_and_stay_below_the_longest(
            @ForAll @IntRange(min = 1, max = 10_000) int refusals) {
        var settings = new WebhookSettings.Webhooks(
                10, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 60);

        Duration pause = settings.pauseAfter(refusals);

        assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(settings.pauseAfter(refusals + 1)).isGreaterThanOrEqualTo(pause);
    }
}
