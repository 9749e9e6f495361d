package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import org.junit.jupiter.api.Test;

/** A flow goes on after the next start of the application with the values it kept, and they are what they were. */
class KeptOverRestartTest {

    private static final String ALL = """
            {day: date(said), at: time("13:30:00"), zoned: date and time("2026-03-29T13:30:00@Europe/Rome"),
             span: duration("PT26H"), months: duration("P1Y2M"), days: [date("2026-04-01"), date(said)]}""";
    private static final String COMPARED = "{{ v.day < date(\"2026-04-01\") }} {{ v.at < time(\"14:00:00\") }}"
            + " {{ v.zoned < date and time(\"2026-03-29T12:00:00Z\") }} {{ v.span > duration(\"P1D\") }}"
            + " {{ v.months > duration(\"P1Y\") }} {{ v.days[1] > v.day }} {{ v.days[2] = v.day }}"
            + " {{ span > duration(\"P1D\") }}";

    private final String customer = Scene.newCustomer();

    @Test
    void what_a_flow_asked_and_kept_is_compared_after_the_next_start_as_what_it_is() {
        var setup = Scene.Setup.usual();
        try (var first = Scene.start(setup)) {
            new FlowText("kept-over", "kept-over")
                    .asks("a", "question", "Which day?", "name", "said")
                    .keeps("k", "v", ALL)
                    .keeps("s", "span", "duration(\"PT26H\")")
                    .asks("q", "question", "{{ v.day }} {{ v.days }}?")
                    .says("c", COMPARED)
                    .says("l", "{{ v.day + duration(\"P1D\") }} {{ v.at }} {{ v.span }}")
                    .ends()
                    .publish(first);
            first.says(customer, "kept-over");
            first.hears(customer, 1);
            first.says(customer, "2026-03-29");
            assertThat(first.hears(customer, 2)).last().isEqualTo("2026-03-29 2026-04-01, 2026-03-29?");
        }

        try (var next = Scene.start(setup)) {
            next.says(customer, "go on");
            assertThat(next.hears(customer, 2))
                    .containsExactly("true ".repeat(8).strip(), "2026-03-30 13:30:00 P1DT2H");
        }
    }
}
