package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By REST, the entity tag of a draft guards what its caller did not see. */
class DraftTagTest {

    private static final String FLOW = "/api/v1/flows/tagged";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_draft_is_replaced_only_by_who_saw_it() throws Exception {
        var tag = tag(post("One", null));

        var second = put("Two", tag);
        var late = put("Mine", tag);
        var latePost = post("Mine", tag);

        assertThat(tag).isEqualTo("\"1\"");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(tag(second)).isEqualTo("\"2\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late, "type")).endsWith("flow-changed");
        assertThat(json(late, "revision")).isEqualTo("2");
        assertThat(latePost.statusCode()).isEqualTo(412);
        assertThat(shop.call("GET", FLOW + "/bpmn", "").body()).isEqualTo(flow("Two"));
    }

    @Test
    void what_is_replaced_unseen_is_kept_among_the_earlier_drafts() {
        post("One", null);

        put("Two", null);
        post("Three", "*");

        var drafts = scene.bean(FlowDrafts.class);
        var owner = new Actor("owner", shop.id(), Role.OWNER);
        assertThat(drafts.kept(owner, "tagged"))
                .extracting(kept -> new String(drafts.bpmnOf(owner, "tagged", kept.id())))
                .containsExactlyInAnyOrder(flow("One"), flow("Two"));
    }

    @Test
    void the_flow_and_its_file_tell_the_tag() {
        post("One", null);

        assertThat(tag(shop.call("GET", FLOW, ""))).isEqualTo("\"1\"");
        assertThat(tag(shop.call("GET", FLOW + "/bpmn", ""))).isEqualTo("\"1\"");
    }

    @Test
    void only_the_draft_that_was_seen_goes_live() throws Exception {
        var seen = tag(post("One", null));
        put("Two", null);

        var refused = send("POST", FLOW + "/publish", "", seen);
        var refusedAnyway = send("POST", FLOW + "/publish?anyway=true", "", seen);
        var published = send("POST", FLOW + "/publish", "", "\"2\"");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refusedAnyway.statusCode()).isEqualTo(412);
        assertThat(json(published, "version")).isEqualTo("1");
    }

    @Test
    void a_tag_that_is_none_is_refused() {
        post("One", null);

        assertThat(put("Two", "seven").statusCode()).isEqualTo(422);
        assertThat(send("POST", FLOW + "/publish", "", "seven").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> post(String says, @Nullable String ifMatch) {
        return send("POST", "/api/v1/flows?key=tagged", flow(says), ifMatch);
    }

    private HttpResponse<String> put(String says, @Nullable String ifMatch) {
        return send("PUT", FLOW + "/bpmn", flow(says), ifMatch);
    }

    private HttpResponse<String> send(String method, String path, String body, @Nullable String ifMatch) {
        var type = body.isEmpty() ? "application/json" : "application/xml";
        var request = scene.request(method, path, body, type).setHeader("Authorization", "Bearer " + shop.key());
        return scene.send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    private static String flow(String says) {
        return new FlowText("tagged", "tagged").says("hi", says).ends().toString();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String json(HttpResponse<String> answer, String member) throws IOException {
        return new ObjectMapper().readTree(answer.body()).path(member).asText();
    }
}
