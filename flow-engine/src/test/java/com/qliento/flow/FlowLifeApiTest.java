package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a flow by REST. */
class FlowLifeApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLOW = "/api/v1/flows/shop";

    private final OtherOrganisation shop = OtherOrganisation.in(Scene.shared());

    @BeforeEach
    void live() {
        var flow = new FlowText("shop", "shop").says("hi", "Hello").ends().toString();
        shop.call("POST", "/api/v1/flows?key=shop", flow, "application/xml");
        shop.call("POST", FLOW + "/publish", "");
    }

    @Test
    void a_flow_gets_a_name_and_tags_and_keeps_what_is_left_out() {
        shop.call("PATCH", FLOW, "{\"tags\": [\"spring\", \"sale\"]}");

        var changed = json(shop.call("PATCH", FLOW, "{\"name\": \"The shop\"}"));

        assertThat(changed.path("name").asText()).isEqualTo("The shop");
        assertThat(changed.path("tags")).extracting(JsonNode::asText).containsExactly("sale", "spring");
        assertThat(changed.path("liveVersion").asInt()).isEqualTo(1);
    }

    @Test
    void who_names_the_revision_they_know_writes_over_no_other() {
        var known = shop.call("GET", FLOW, "").headers().firstValue("ETag").orElseThrow();
        var flow = new FlowText("shop", "shop").says("hi", "Hello again").ends().toString();

        var first = shop.callIfMatch(known, "POST", "/api/v1/flows?key=shop", flow, "application/xml");
        var second = shop.callIfMatch(known, "POST", "/api/v1/flows?key=shop", flow + " ", "application/xml");
        var live = shop.callIfMatch(known, "POST", FLOW + "/publish", "", "application/json");
        var odd = shop.callIfMatch("yesterday", "POST", FLOW + "/publish", "", "application/json");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(known);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("flow-changed");
        assertThat(live.statusCode()).isEqualTo(409);
        assertThat(odd.statusCode()).isEqualTo(422);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(shop.callIfMatch(tag, "POST", FLOW + "/publish", "", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_copy_is_made_and_has_an_address() {
        var answer = shop.call("POST", FLOW + "/duplicate", "{\"name\": \"Winter shop\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/flows/winter-shop");
        assertThat(json(answer).has("liveVersion")).isFalse();
        assertThat(shop.call("POST", FLOW + "/duplicate", "{\"key\": \"shop\", \"name\": \"Again\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(shop.call("POST", FLOW + "/duplicate", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void a_flow_goes_to_the_archive_and_comes_back() {
        var archived = json(shop.call("POST", FLOW + "/archive", ""));
        var back = json(shop.call("POST", FLOW + "/unarchive", "{\"liveVersion\": 1}"));

        assertThat(archived.has("archivedAt")).isTrue();
        assertThat(archived.has("liveVersion")).isFalse();
        assertThat(back.has("archivedAt")).isFalse();
        assertThat(back.path("liveVersion").asInt()).isEqualTo(1);
    }

    @Test
    void what_breaks_is_told_and_the_flow_is_deleted() {
        var hook = "{\"name\": \"Till\", \"flow\": \"shop\", \"proof\": \"none\", \"phone\": \"/body/phone\"}";
        assertThat(shop.call("POST", "/api/v1/triggers", hook).statusCode()).isEqualTo(201);

        var breaks = json(shop.call("GET", FLOW + "/breaks", ""));

        assertThat(breaks.path("begunBy")).extracting(JsonNode::asText).containsExactly("Till");
        assertThat(breaks.path("keywords")).extracting(JsonNode::asText).containsExactly("shop");
        assertThat(shop.call("DELETE", FLOW, "").statusCode()).isEqualTo(204);
        assertThat(shop.call("GET", FLOW, "").statusCode()).isEqualTo(404);
        assertThat(shop.call("DELETE", FLOW, "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_flow_of_another_organisation_is_not_there() {
        var stranger = OtherOrganisation.in(Scene.shared());

        assertThat(stranger.call("DELETE", FLOW, "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("POST", FLOW + "/archive", "").statusCode()).isEqualTo(404);
        assertThat(shop.call("GET", FLOW, "").statusCode()).isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
