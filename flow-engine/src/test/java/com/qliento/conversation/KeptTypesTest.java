package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Values that a flow keeps, in the whole application: after questions, waits, decisions and flows inside flows. */
class KeptTypesTest {

    private static final String ALL = """
            {day: date("2026-03-29"), at: time("13:30:00"), zoned: date and time("2026-03-29T13:30:00@Europe/Rome"),
             span: duration("PT26H"), months: duration("P1Y2M"), price: 1.10, days: [date("2026-04-01")]}""";
    private static final String COMPARED = "{{ v.day < date(\"2026-04-01\") }} {{ v.at < time(\"14:00:00\") }}"
            + " {{ v.zoned < date and time(\"2026-03-29T12:00:00Z\") }} {{ v.span > duration(\"P1D\") }}"
            + " {{ v.months > duration(\"P1Y\") }} {{ v.days[1] > v.day }}";
    private static final String SHOWN =
            "{{ v.day }} {{ v.at }} {{ v.zoned }} {{ v.span }} {{ v.months }} {{ v.days }} {{ v.day + duration(\"P1D\") }}";

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void kept_values_keep_their_type_through_questions_waits_decisions_and_flows_inside_flows() {
        publishDecisionAndInnerFlow();
        new FlowText("kept-types", "kept-types")
                .keeps("k", "v", ALL)
                .asks("q", "question", SHOWN)
                .says("a", COMPARED)
                .waits("w", "PT1H")
                .decides("d", "decision", "kept-day", "name", "due", "inputs", "day = v.day")
                .asks("q2", "question", "{{ due }}")
                .says("due", "{{ due > v.day }}")
                .calls("c", "kept-inner")
                .ends()
                .publish(scene);

        scene.says(customer, "kept-types");
        scene.hears(customer, 1);
        scene.says(customer, "go on");
        scene.hears(customer, 2);
        scene.passes(Duration.ofHours(2));
        scene.hears(customer, 3);
        scene.says(customer, "go on");
        scene.hears(customer, 6);
        scene.says(customer, "inside");

        String right = "true true true true true true";
        assertThat(scene.hears(customer, 7))
                .containsExactly(
                        "2026-03-29 13:30:00 2026-03-29T13:30:00@Europe/Rome P1DT2H P1Y2M 2026-04-01 2026-03-30",
                        right,
                        "2026-04-05",
                        "true",
                        right,
                        "Inside?",
                        right);
    }

    @Test
    void now_and_today_are_by_the_clock_of_the_organisation_in_flows_and_tables_to_the_second() {
        String terms = "{\"zone\":\"Pacific/Kiritimati\"}";
        scene.send(scene.request("POST", "/api/v1/decisions?key=kept-today", Models.today(), "application/xml")
                .build());
        scene.call("POST", "/api/v1/decisions/kept-today/publish", "");
        new FlowText("kept-clock", "kept-clock")
                .decides("d", "decision", "kept-today", "name", "day")
                .says("s", "{{ today }} {{ today() = today }} {{ string(now()) }} {{ day }}")
                .ends()
                .publish(scene);
        assertThat(scene.call("PUT", "/api/v1/policies/send", terms).statusCode())
                .isEqualTo(200);
        try {
            scene.says(customer, "kept-clock");

            var said = scene.hears(customer, 1).get(0).split(" ", -1);
            var there = scene.clock().instant().atZone(ZoneId.of("Pacific/Kiritimati"));
            assertThat(said[0]).isEqualTo(there.toLocalDate().toString()).isEqualTo(said[3]);
            assertThat(said[1]).isEqualTo("true");
            assertThat(said[2])
                    .startsWith(there.truncatedTo(ChronoUnit.HOURS)
                            .toLocalDateTime()
                            .toString()
                            .substring(0, 13))
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d@Pacific/Kiritimati");
            assertThat(scene.call("POST", "/api/v1/decisions/kept-today/evaluate", "{\"inputs\":{}}")
                            .body())
                    .contains(said[0]);
        } finally {
            scene.call("PUT", "/api/v1/policies/send", "{}");
        }
    }

    private void publishDecisionAndInnerFlow() {
        scene.send(scene.request("POST", "/api/v1/decisions?key=kept-day", day(), "application/xml")
                .build());
        scene.call("POST", "/api/v1/decisions/kept-day/publish", "");
        new FlowText("kept-inner", "kept-inner-alone")
                .says("in", COMPARED)
                .asks("iq", "question", "Inside?")
                .says("in2", COMPARED)
                .ends()
                .publish(scene);
    }

    /** A week after the day, a date. */
    private static String day() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="k" name="Due" namespace="urn:k">
                  <inputData id="i" name="day"><variable name="day" typeRef="date"/></inputData>
                  <decision id="d" name="due"><variable name="due" typeRef="date"/>
                    <informationRequirement><requiredInput href="#i"/></informationRequirement>
                    <literalExpression><text>day + duration("P7D")</text></literalExpression></decision>
                </definitions>
                """;
    }
}
