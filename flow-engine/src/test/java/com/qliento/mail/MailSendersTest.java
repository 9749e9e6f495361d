package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.mail.MailAddress;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sender of an organisation by REST, and as it is kept. */
class MailSendersTest {

    private static final String SENDER = "/api/v1/mail/sender";
    private static final String WHOLE =
            "{\"address\":\"shop@example.com\",\"name\":\"Shop\",\"host\":\"smtp.example.com\","
                    + "\"user\":\"shop\",\"password\":\"tok-4f9a\"}";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_sender_is_set_with_the_usual_port_and_its_password_never_comes_out() {
        var set = shop.call("PUT", SENDER, WHOLE);
        var got = shop.call("GET", SENDER, "");

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(got.body())
                .contains(
                        "\"address\":\"shop@example.com\"",
                        "\"port\":587",
                        "\"security\":\"STARTTLS\"",
                        "\"changedBy\"")
                .doesNotContain("tok-4f9a", "password");
        assertThat(set.body()).isEqualTo(got.body());
        assertThat(OtherOrganisation.in(scene).call("GET", SENDER, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_password_lies_sealed_and_opens_for_the_way_out_alone() {
        shop.call("PUT", SENDER, WHOLE);

        var row = inOrganisation("SELECT encode(password, 'escape') || s::text FROM mail_sender s");
        assertThat(row).contains("smtp.example.com").doesNotContain("tok-4f9a");
        assertThat(password()).contains("tok-4f9a");
        assertThat(scene.bean(OrganisationScope.class)
                        .in(shop.id(), () -> scene.bean(SenderStore.class).account(shop.id()))
                        .toString())
                .doesNotContain("tok-4f9a");
    }

    @Test
    void a_password_that_is_left_out_stays_for_its_server_and_goes_to_no_other() {
        shop.call("PUT", SENDER, WHOLE);
        var without = WHOLE.replace(",\"password\":\"tok-4f9a\"", "");

        assertThat(shop.call("PUT", SENDER, without.replace("Shop", "The shop")).statusCode())
                .isEqualTo(200);
        assertThat(password()).contains("tok-4f9a");

        var elsewhere = shop.call("PUT", SENDER, without.replace("smtp.example.com", "smtp.example.net"));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("\"field\":\"password\"");
        assertThat(shop.call("PUT", SENDER, without.replace("\"user\":\"shop\"", "\"user\":\"root\""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void bounces_go_to_the_sender_unless_another_address_is_set() {
        assertThat(shop.call("PUT", SENDER, WHOLE).body()).doesNotContain("bouncesTo");
        var with = WHOLE.replace("\"name\"", "\"bouncesTo\":\"bounces@example.net\",\"name\"");
        assertThat(shop.call("PUT", SENDER, with).body()).contains("\"bouncesTo\":\"bounces@example.net\"");

        assertThat(scene.bean(OrganisationScope.class)
                        .in(shop.id(), () -> scene.bean(SenderStore.class).account(shop.id()))
                        .orElseThrow()
                        .bouncesTo())
                .isEqualTo(MailAddress.parse("bounces@example.net").orElseThrow());
    }

    @Test
    void a_server_that_asks_nobody_needs_no_password() {
        var set = shop.call(
                "PUT", SENDER, "{\"address\":\"shop@example.com\",\"host\":\"smtp.example.com\",\"security\":\"TLS\"}");

        assertThat(set.body()).contains("\"port\":465").doesNotContain("\"user\"");
        assertThat(shop.call("DELETE", SENDER, "").statusCode()).isEqualTo(204);
        assertThat(shop.call("GET", SENDER, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"shop@example.com\" | \"shop\" | address",
                "\"shop@example.com\" | \"a@b.io\\r\\nBcc: c@d.io\" | address",
                "\"name\":\"Shop\" | \"bouncesTo\":\"shop\" | bouncesTo",
                "\"smtp.example.com\" | \"localhost\" | host",
                "\"smtp.example.com\" | \"10.0.0.1\" | host",
                "\"smtp.example.com\" | \"smtp.example.com:25\" | host",
                "\"smtp.example.com\" | \"[::1]\" | host",
                "\"user\":\"shop\" | \"port\":0 | port",
                "\"user\":\"shop\" | \"port\":65536 | port"
            })
    void what_can_not_be_used_is_refused_by_its_name_and_without_the_password(String good, String bad, String field) {
        var answer = shop.call("PUT", SENDER, WHOLE.replace(good, bad));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"").doesNotContain("tok-4f9a");
    }

    private Optional<String> password() {
        return scene.bean(OrganisationScope.class)
                .in(shop.id(), () -> scene.bean(SenderStore.class).account(shop.id()))
                .map(account -> account.server().password());
    }

    private String inOrganisation(String sql) {
        return scene.bean(OrganisationScope.class)
                .in(shop.id(), () -> scene.jdbc().sql(sql).query(String.class).single());
    }
}
