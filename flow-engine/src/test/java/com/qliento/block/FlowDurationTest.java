package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowDurationTest {

    @Test
    void weeks_days_hours_minutes_and_seconds_are_durations() {
        assertThat(FlowDuration.parse("P2W")).contains(Duration.ofDays(14));
        assertThat(FlowDuration.parse(" P1DT2H3M4S ")).contains(Duration.ofSeconds(93784));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10 minutes",
                "R/PT0S",
                "R3/PT10M",
                "P1M",
                "P1Y",
                "2026-01-01T00:00:00Z",
                "P99999999999999999999D"
            })
    void cycles_dates_months_and_words_are_none(String text) {
        assertThat(FlowDuration.parse(text)).isEmpty();
    }

    @Test
    void a_flow_waits_from_a_second_to_thirty_days() {
        assertThat(FlowDuration.allowed(Duration.ofMillis(999))).isFalse();
        assertThat(FlowDuration.allowed(Duration.ofSeconds(1))).isTrue();
        assertThat(FlowDuration.allowed(Duration.ofDays(30))).isTrue();
        assertThat(FlowDuration.allowed(Duration.ofDays(30).plusSeconds(1))).isFalse();
        assertThat(FlowDuration.allowed(Duration.ofSeconds(-5))).isFalse();
    }

    @Property
    void any_text_is_read_without_failing(@ForAll String text) {
        assertThat(FlowDuration.parse("P" + text)).isNotNull();
    }

    @Test
    void names_of_answers_are_plain_and_no_word_of_the_language() {
        assertThat(Names.usable("colour_2")).isTrue();
        assertThat(Names.usable("größe")).isTrue();
        assertThat(Names.usable("my colour")).isFalse();
        assertThat(Names.usable("if")).isFalse();
        assertThat(Names.usable("answer")).isFalse();
        assertThat(Names.flowKey("shop-order2")).isTrue();
        assertThat(Names.flowKey("Shop--order")).isFalse();
    }
}
