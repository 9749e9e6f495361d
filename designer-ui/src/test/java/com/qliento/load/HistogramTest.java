package com.qliento.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class HistogramTest {
    @Property
    void a_time_is_read_back_within_two_percent_and_never_too_low(
            @ForAll @LongRange(min = 1, max = 36_000_000_000L) long micros) {
        var histogram = new Histogram();

        histogram.record(micros * 1000);

        assertThat(histogram.millis(0.99)).isGreaterThanOrEqualTo(micros / 1000.0);
        assertThat(histogram.millis(0.99)).isCloseTo(micros / 1000.0, withPercentage(1.7));
    }

    @Property
    void a_share_of_the_readings_lies_at_or_below_its_quantile(@ForAll @LongRange(min = 1, max = 127) long count) {
        var histogram = new Histogram();

        for (long micros = 1; micros <= count; micros++) {
            histogram.record(micros * 1000);
        }

        assertThat(histogram.millis(0.5)).isEqualTo(Math.ceil(count / 2.0) / 1000);
        assertThat(histogram.millis(1)).isEqualTo(count / 1000.0);
    }
}
