package com.qliento.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Accounts;
import com.qliento.account.SignIn;
import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.webhook.Signature;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** An application that was started with the demo's defaults is started again with other settings. */
class DemoCredentialsTest {

    private static final String OTHER = "Chosen-by-somebody-7";

    /** What opens the demo, in all its doors. */
    private record Keys(String owner, String password, String apiKey, String appSecret, String verifyToken) {}

    private static final Keys KNOWN =
            new Keys("demo@qliento.local", "demo", "demo-api-key", "demo-app-secret", "demo-verify");
    private static final Keys CHANGED =
            new Keys("boss@example.org", OTHER + "-password", OTHER + "-key", OTHER + "-secret", OTHER + "-verify");

    @Test
    void other_settings_replace_what_an_earlier_start_stored_and_no_demo_closes_it_all() {
        var defaults = Scene.Setup.usual();
        try (var scene = Scene.start(defaults)) {
            var credentials = scene.bean(DemoCredentials.class);
            assertThat(opened(scene, KNOWN)).hasSize(8);
            assertThat(credentials.known(Demo.ORGANISATION)).hasSize(4);

            credentials.replace(Demo.ORGANISATION, settings(CHANGED));
            assertThat(opened(scene, KNOWN)).isEmpty();
            assertThat(opened(scene, CHANGED)).hasSize(8);

            credentials.close(Demo.ORGANISATION);
            assertThat(opened(scene, CHANGED)).isEmpty();
            assertThat(credentials.known(Demo.ORGANISATION)).isEmpty();

            credentials.replace(Demo.ORGANISATION, settings(KNOWN));
            var other = OtherOrganisation.in(scene);
            scene.bean(ApiKeys.class).revoke(Demo.ORGANISATION, "demo");
            scene.bean(ApiKeys.class).register(other.id(), "by hand", KNOWN.apiKey());
        }

        var without = defaults.with("qliento.demo.enabled", "false").with("server.address", "0.0.0.0");
        assertThatThrownBy(() -> Scene.start(without).close())
                .rootCause()
                .hasMessageContaining("server.address is 0.0.0.0, which others can reach")
                .hasMessageContaining("the demo's API key")
                .hasMessageNotContaining("password of")
                .hasMessageNotContaining("accounts' password");
    }

    @Test
    void an_address_or_a_name_that_others_call_it_by_is_open() {
        for (var open : List.of("0.0.0.0", "", "::", "192.168.1.5", "no such address")) {
            assertThat(new Reach(new MockEnvironment().withProperty("server.address", open)).thisMachineOnly())
                    .as(open)
                    .isFalse();
        }
        assertThat(new Reach(new MockEnvironment()).thisMachineOnly()).isFalse();
        var here = new MockEnvironment().withProperty("server.address", "127.0.0.1");
        assertThat(new Reach(here).thisMachineOnly()).isTrue();
        assertThat(new Reach(here.withProperty("qliento.hosts", "chat.example.org")).thisMachineOnly())
                .isFalse();
        assertThat(settings(KNOWN).known()).hasSize(4);
        assertThat(settings(CHANGED).known()).isEmpty();
    }

    @Test
    void the_demos_number_is_of_an_account_so_what_is_said_of_the_account_is_about_it() {
        var scene = Scene.shared();
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var update = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":"
                + "[{\"field\":\"account_update\",\"value\":{\"event\":\"PARTNER_ADDED\"}}]}]}";

        var before = accountUpdates(scene).keySet();

        assertThat(scene.post(update)).isEqualTo(200);

        var known = accountUpdates(scene);
        known.keySet().removeAll(before);
        assertThat(channel.accountId()).isEqualTo("102290129340398");
        assertThat(known.values()).singleElement().asString().doesNotContain("not connected");
    }

    /** Why each was not handled, by its id: others are of other tests. */
    private static Map<String, String> accountUpdates(Scene scene) {
        var reasons = new HashMap<String, String>();
        for (var message :
                new Rest(scene).get("/api/v1/messages?limit=200").path("items").findParents("reason")) {
            if (message.path("type").asText().equals("account_update")) {
                reasons.put(message.path("id").asText(), message.path("reason").asText());
            }
        }
        return reasons;
    }

    @Test
    void a_demo_of_an_earlier_start_gets_its_account() {
        var scene = Scene.shared();
        var channels = scene.bean(Channels.class);
        var channel = channels.withNumber("106540352242922").orElseThrow();
        scene.bean(OrganisationScope.class).run(Demo.ORGANISATION, () -> scene.jdbc()
                .sql("UPDATE channel SET account_id = NULL WHERE id = ?")
                .param(channel.id().value())
                .update());
        channels.renew(Demo.ORGANISATION, channel.id(), KNOWN.appSecret(), KNOWN.verifyToken());
        assertThat(channels.withNumber("106540352242922").orElseThrow().accountId())
                .isNull();

        scene.bean(DemoCredentials.class).replace(Demo.ORGANISATION, settings(KNOWN));

        assertThat(channels.withNumber("106540352242922").orElseThrow().accountId())
                .isEqualTo("102290129340398");
    }

    @Test
    void what_somebody_chose_is_not_shown() {
        var chosen = new DemoSettings(true, "a@b.c", "p", "k", "1", "3", "2", "s", "v");
        var byDefault = settings(KNOWN);

        assertThat(Welcome.text(chosen, "http://localhost"))
                .noneMatch(line -> line.contains("a@b.c") || line.contains(" / p") || line.contains("Bearer k"));
        assertThat(Welcome.text(byDefault, "http://localhost"))
                .anyMatch(line -> line.contains("demo@qliento.local / demo"))
                .anyMatch(line -> line.contains("Bearer demo-api-key"));
        assertThat(chosen.signInKnown()).isFalse();
        assertThat(byDefault.signInKnown()).isTrue();
    }

    private static DemoSettings settings(Keys keys) {
        return new DemoSettings(
                true,
                keys.owner(),
                keys.password(),
                keys.apiKey(),
                "106540352242922",
                "102290129340398",
                "15550783881",
                keys.appSecret(),
                keys.verifyToken());
    }

    private static List<String> opened(Scene scene, Keys keys) {
        var opened = new ArrayList<String>();
        for (var email : List.of(
                keys.owner(),
                "builder@qliento.local",
                "agent@qliento.local",
                "compliance@qliento.local",
                "viewer@qliento.local")) {
            if (scene.bean(Accounts.class).signIn(email, keys.password()) instanceof SignIn.Welcome) {
                opened.add(email);
            }
        }
        var rest = scene.request("GET", "/api/v1/flows", "", "application/json")
                .setHeader("Authorization", "Bearer " + keys.apiKey())
                .build();
        if (scene.send(rest).statusCode() == 200) {
            opened.add("API key");
        }
        var body = Webhooks.text(scene.clock().instant(), Scene.newCustomer(), "wamid." + UUID.randomUUID(), "hello");
        var signature = Signature.sign(body.getBytes(StandardCharsets.UTF_8), Signature.secretBytes(keys.appSecret()));
        if (scene.post(body, signature) == 200) {
            opened.add("app secret");
        }
        var verify = HttpRequest.newBuilder(URI.create(scene.url()
                        + "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token="
                        + keys.verifyToken()))
                .build();
        if (scene.send(verify).statusCode() == 200) {
            opened.add("verify token");
        }
        return opened;
    }
}
