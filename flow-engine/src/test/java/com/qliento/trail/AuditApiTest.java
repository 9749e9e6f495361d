package com.qliento.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.AccountId;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditEntry;
import com.qliento.audit.AuditFilter;
import com.qliento.key.ProgramKeys;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.KeyScope;
import com.qliento.rest.Slice;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The audit as programs of an organisation ask for it. */
class AuditApiTest {

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final Actor owner = Actor.person(ana, shop.id(), Role.OWNER);

    @Test
    void what_people_and_programs_do_is_listed_with_who_and_what() {
        var key = scene.bean(ProgramKeys.class).make(owner, "Shop", Set.of(KeyScope.READ));
        assertThat(shop.call("PUT", "/api/v1/secrets/crm", "{\"value\":\"tok-4f9a\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.call("DELETE", "/api/v1/secrets/none", "").statusCode()).isEqualTo(404);
        assertThat(shop.call("DELETE", "/api/v1/secrets/crm", "").statusCode()).isEqualTo(204);

        var answer = get("");

        assertThat(texts(answer))
                .containsExactly(
                        "key test secret.deleted secret crm {}",
                        "key test secret.set secret crm {}",
                        "account " + ana + " key.made key " + key.facts().id()
                                + " {\"name\":\"Shop\",\"scopes\":\"[read]\"}");
        assertThat(answer.toString()).doesNotContain("tok-4f9a").doesNotContain(key.key());
    }

    @Test
    void it_is_filtered_and_read_page_by_page() {
        var secrets = scene.bean(Secrets.class);
        List.of("a", "b", "c").forEach(name -> secrets.keep(owner, name, "value"));
        var middle = scene.clock().instant();
        scene.passes(Duration.ofSeconds(2));
        secrets.delete(owner, "b");

        var first = get("?limit=3");
        var second = get("?limit=3&cursor=" + first.path("next").asText());

        assertThat(texts(first)).hasSize(3);
        assertThat(texts(second)).hasSize(1);
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(get("?action=secret.deleted").path("items")).hasSize(1);
        assertThat(get("?about=b").path("items")).hasSize(2);
        assertThat(get("?actor=" + ana + "&until=" + middle).path("items")).hasSize(3);
        assertThat(get("?from=" + middle).path("items")).hasSize(1);
        assertThat(get("?actor=somebody-else").path("items")).isEmpty();
        var deletions = new AuditFilter(null, null, null, AuditAction.SECRET_DELETED, null);
        var trail = scene.bean(Trail.class);
        assertThat(trail.count(owner, AuditFilter.ALL) + " " + trail.count(owner, deletions))
                .isEqualTo("4 1");
        assertThat(trail.slice(owner, AuditFilter.ALL, new Slice(1, 2)))
                .extracting(AuditEntry::about)
                .containsExactly("c", "b");
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() {
        for (var wrong : List.of(
                "?from=yesterday",
                "?action=made.up",
                "?limit=0",
                "?cursor=x",
                "/verification?from=0",
                "/verification?limit=0",
                "/verification?limit=100001")) {
            assertThat(shop.call("GET", "/api/v1/audit" + wrong, "").statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(get("?cursor=" + UUID.randomUUID()).path("items")).isEmpty();
    }

    @Test
    void a_key_without_the_scope_and_another_organisation_see_nothing() {
        scene.bean(Secrets.class).keep(owner, "crm", "value");
        var reader = scene.bean(ApiKeys.class).create(shop.id(), "reader", Set.of(KeyScope.READ), "");

        assertThat(new OtherOrganisation(scene, shop.id(), reader.key())
                        .call("GET", "/api/v1/audit", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(OtherOrganisation.in(scene).call("GET", "/api/v1/audit", "").body())
                .contains("\"items\":[]");
    }

    @Test
    void the_chain_is_verified_part_by_part() {
        List.of("a", "b", "c").forEach(name -> scene.bean(Secrets.class).keep(owner, name, "value"));
        Awaitility.await().until(() -> get("/verification").path("waiting").asInt() == 0);

        var first = get("/verification?limit=2");
        var second = get("/verification?limit=2&from=" + first.path("next").asLong());

        assertThat(first.path("checked").asInt()).isEqualTo(2);
        assertThat(first.path("intact").asBoolean()).isTrue();
        assertThat(second.path("to").asInt()).isEqualTo(3);
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(second.path("findings")).isEmpty();
    }

    private JsonNode get(String what) {
        var answer = shop.call("GET", "/api/v1/audit" + what, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> texts(JsonNode page) {
        var texts = new ArrayList<String>();
        page.path("items")
                .forEach(entry -> texts.add(String.join(
                        " ",
                        entry.path("actorKind").asText(),
                        entry.path("actor").asText(),
                        entry.path("action").asText(),
                        entry.path("aboutKind").asText(),
                        entry.path("about").asText(),
                        entry.path("detail").toString())));
        return texts;
    }
}
