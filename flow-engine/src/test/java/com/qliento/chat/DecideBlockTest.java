package com.qliento.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A flow that decides by a table. */
class DecideBlockTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void a_flow_decides_by_a_table_and_the_trace_keeps_the_row_and_no_value() {
        decision("offer", 10);
        flow("offers", "offer").publish(scene);

        scene.says(customer, "offers");
        scene.says(customer, "250");

        assertThat(scene.hears(customer, 2)).last().isEqualTo("10 percent: large order");
        assertThat(trace()).contains("rule offer 1 large").doesNotContain("\"250\"", "large order");
    }

    @Test
    void a_flow_follows_the_newest_version_unless_it_is_bound_to_one() {
        decision("pricing", 10);
        flow("newest", "pricing").publish(scene);
        flow("bound", "pricing", "version", "1").publish(scene);
        decision("pricing", 15);
        String other = Scene.newCustomer();

        scene.says(customer, "newest");
        scene.says(customer, "250");
        scene.says(other, "bound");
        scene.says(other, "250");

        assertThat(scene.hears(customer, 2)).last().isEqualTo("15 percent: large order");
        assertThat(scene.hears(other, 2)).last().isEqualTo("10 percent: large order");
    }

    @Test
    void a_flow_can_not_be_published_without_its_table() {
        var unpublished = draft(flow("lost", "not-there"));

        assertThat(unpublished.statusCode()).isEqualTo(422);
        assertThat(unpublished.body()).contains("flow-has-errors", "decides by 'not-there', which is not published");
    }

    @Test
    void an_input_that_is_not_given_or_is_text_where_a_number_is_wanted_is_found() {
        decision("checked", 10);
        var missing = draft(new FlowText("checking", "checking")
                .decides("d", "decision", "checked", "name", "result")
                .ends());
        var text = draft(new FlowText("checking", "checking")
                .asks("q", "question", "Total?", "name", "total")
                .asks("k", "question", "Kind?", "name", "kind")
                .decides("d", "decision", "checked", "name", "result")
                .ends());

        assertThat(missing.body()).contains("does not give 'kind'", "does not give 'total'");
        assertThat(text.body()).contains("wants a number", "inputs").doesNotContain("does not give");
    }

    @Test
    void a_mapping_that_names_no_input_or_can_not_be_read_is_found() {
        decision("mapped", 10);

        var answer = draft(new FlowText("mapping", "mapping")
                .decides(
                        "d",
                        "decision",
                        "mapped",
                        "name",
                        "result",
                        "inputs",
                        "total = 5\nkind = \"vip\"\ncolour = 1\nwhat is this")
                .ends());

        assertThat(answer.body()).contains("does not ask for", "colour", "what is this");
    }

    private static FlowText flow(String key, String decision, String... more) {
        String[] settings = {"decision", decision, "name", "offer", "inputs", "total = number(total)\nkind = \"new\""};
        String[] all = Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
        return new FlowText(key, key)
                .asks("q", "question", "Total?", "name", "total")
                .decides("d", all)
                .says("said", "{{ offer.percent }} percent: {{ offer.reason }}")
                .ends();
    }

    private void decision(String key, int percent) {
        scene.send(scene.request("POST", "/api/v1/decisions?key=" + key, Models.discount(percent), "application/xml")
                .build());
        assertThat(scene.call("POST", "/api/v1/decisions/" + key + "/publish", "")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> draft(FlowText flow) {
        String key = flow.key();
        scene.send(scene.request("POST", "/api/v1/flows?key=" + key, flow.toString(), "application/xml")
                .build());
        return scene.call("POST", "/api/v1/flows/" + key + "/publish", "");
    }

    /** As it is answered. */
    private String trace() {
        var conversation = new Rest(scene).conversationOf(customer).path("id").asText();
        return scene.call("GET", "/api/v1/conversations/" + conversation + "/trace", "")
                .body();
    }
}
