package com.qliento.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretApiTest {

    private static final String SECRETS = "/api/v1/secrets";

    private final OtherOrganisation shop = OtherOrganisation.in(Scene.shared());

    @Test
    void values_go_in_and_never_come_out() {
        var kept = shop.call("PUT", SECRETS + "/crm", "{\"value\":\"the-token\"}");
        var again = shop.call("PUT", SECRETS + "/crm", "{\"value\":\"the-token-2\"}");

        var listed = shop.call("GET", SECRETS, "");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains("\"name\":\"crm\"", "\"changedBy\":\"test\"", "\"changedAt\":");
        assertThat(kept.body() + again.body() + listed.body()).doesNotContain("the-token");
        assertThat(OtherOrganisation.in(Scene.shared()).call("GET", SECRETS, "").body())
                .doesNotContain("crm");
    }

    @Test
    void a_secret_that_is_deleted_is_not_there_any_more() {
        shop.call("PUT", SECRETS + "/crm", "{\"value\":\"the-token\"}");

        assertThat(shop.call("DELETE", SECRETS + "/crm", "").statusCode()).isEqualTo(204);

        assertThat(shop.call("DELETE", SECRETS + "/crm", "").statusCode()).isEqualTo(404);
        assertThat(shop.call("GET", SECRETS, "").body()).doesNotContain("crm");
    }

    @Test
    void the_flows_that_name_a_secret_are_told_and_their_files_have_the_name_alone() {
        shop.call("PUT", SECRETS + "/crm", "{\"value\":\"the-token\"}");
        var flow = new FlowText("orders", "orders")
                .says("said", "Key {{ secret.crm }} {{ secret.other }}")
                .ends();
        shop.call("POST", "/api/v1/flows?key=orders", flow.toString(), "application/xml");

        assertThat(shop.call("GET", SECRETS + "/crm/uses", "").body()).contains("\"key\":\"orders\"", "\"live\":false");
        assertThat(shop.call("GET", SECRETS + "/nobodys/uses", "").body()).contains("\"items\":[]");
        assertThat(shop.call("GET", "/api/v1/flows/orders/export", "").body())
                .contains("secret.crm")
                .doesNotContain("the-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":null}", "{\"value\":\"  \"}"})
    void a_value_is_needed(String body) {
        var answer = shop.call("PUT", SECRETS + "/crm", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"value\"");
    }

    @Test
    void a_name_that_can_not_be_used_is_refused_without_the_value() {
        var answer = shop.call("PUT", SECRETS + "/my%20crm", "{\"value\":\"the-token\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"name\"").doesNotContain("the-token");
    }
}
