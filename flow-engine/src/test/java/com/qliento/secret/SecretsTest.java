package com.qliento.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.Unreadable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets as callers and people who work for the organisation meet them, in a real database. */
class SecretsTest {

    private static final String TOKEN = "tok-4f9a & more";

    private final Scene scene = Scene.shared();
    private final Secrets secrets = scene.bean(Secrets.class);
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final Actor owner = new Actor("an owner", shop.id(), Role.OWNER);

    @Test
    void a_secret_is_read_by_callers_and_shown_to_nobody() {
        var before = scene.clock().instant().truncatedTo(ChronoUnit.MICROS);

        var kept = secrets.keep(owner, "crm", "  " + TOKEN + "\n");

        var found = secrets.find(shop.id(), "crm").orElseThrow();
        assertThat(found.reveal()).isEqualTo(TOKEN);
        assertThat(kept.name() + " by " + kept.changedBy()).isEqualTo("crm by an owner");
        assertThat(kept.changedAt()).isBetween(before, scene.clock().instant());
        assertThat(secrets.all(owner)).containsExactly(kept);
        assertThat(found + String.valueOf(found.hashCode()) + secrets.all(owner))
                .doesNotContain("tok");
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(found)).hasMessageNotContaining("tok");
    }

    @Test
    void it_lies_sealed_for_its_organisation_and_name() {
        secrets.keep(owner, "crm", TOKEN);

        inOrganisation("UPDATE secret SET name = 'stolen' WHERE name = 'crm'");

        assertThat(scene.bean(OrganisationScope.class).in(shop.id(), () -> scene.jdbc()
                        .sql("SELECT encode(value, 'escape') || s::text FROM secret s")
                        .query(String.class)
                        .single()))
                .contains("stolen")
                .doesNotContain("tok-4f9a");
        assertThatThrownBy(() -> secrets.find(shop.id(), "stolen")).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_value_that_is_replaced_or_deleted_is_gone_at_once() {
        secrets.keep(owner, "crm", "old");
        assertThat(secrets.find(shop.id(), "crm").orElseThrow().reveal()).isEqualTo("old");

        secrets.keep(owner, "crm", "new");
        assertThat(secrets.find(shop.id(), "crm").orElseThrow().reveal()).isEqualTo("new");

        secrets.delete(owner, "crm");
        assertThat(secrets.find(shop.id(), "crm")).isEmpty();
        assertThat(secrets.names(shop.id())).isEmpty();
        assertThatThrownBy(() -> secrets.delete(owner, "crm")).isInstanceOf(Problem.class);
    }

    @Test
    void another_nodes_change_reaches_this_one() {
        secrets.keep(owner, "crm", "old");
        assertThat(secrets.find(shop.id(), "crm")).isPresent();

        scene.bean(OrganisationScope.class).run(shop.id(), () -> scene.bean(SecretStore.class)
                .save(shop.id(), new SecretFacts("crm", scene.clock().instant(), "another node"), "new"));

        await().atMost(Duration.ofSeconds(15)).until(() -> secrets.find(shop.id(), "crm")
                .filter(value -> value.reveal().equals("new"))
                .isPresent());
    }

    @Test
    void another_organisation_has_secrets_of_its_own() {
        secrets.keep(owner, "crm", TOKEN);

        var other = OtherOrganisation.in(scene);

        assertThat(secrets.find(other.id(), "crm")).isEmpty();
        assertThat(secrets.names(other.id())).isEmpty();
    }

    @Test
    void a_text_is_filled_with_values_as_its_place_needs_them_and_what_a_customer_wrote_names_nothing() {
        secrets.keep(owner, "crm", TOKEN);
        var text =
                SecretText.of("key={{ secret.crm }}&said=").with(words -> words.replace("said=", "{{ secret.crm }}"));

        var filled = secrets.fill(shop.id(), text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));

        assertThat(filled.orElseThrow().reveal()).isEqualTo("key=tok-4f9a+%26+more&{{ secret.crm }}");
        assertThat(filled.orElseThrow()).hasToString("SecretValue");
    }

    @Test
    void a_text_that_names_what_is_not_there_is_not_filled() {
        assertThat(secrets.fill(shop.id(), SecretText.of("{{ secret.crm }}"), UnaryOperator.identity()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "my crm", "größe", "a.b", "a/b", "secret'", "a\n"})
    void a_name_that_no_text_could_say_is_refused(String name) {
        assertThatThrownBy(() -> secrets.keep(owner, name, TOKEN))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.more()).containsEntry("field", "name"))
                .hasMessageNotContaining("tok");
    }

    @Test
    void a_value_that_is_nothing_or_too_much_is_refused_and_not_repeated() {
        for (var value : new String[] {null, "", " \n", "é".repeat(2_049), "x\uD800y"}) {
            assertThatThrownBy(() -> secrets.keep(owner, "crm", value))
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.more()).containsEntry("field", "value"))
                    .hasMessageNotContainingAny("é", "x\uD800y");
        }
        assertThat(secrets.keep(owner, "crm", "é".repeat(2_048)).name()).isEqualTo("crm");
    }

    @Test
    void there_is_room_for_200_which_can_still_be_replaced() {
        inOrganisation("INSERT INTO secret SELECT '" + shop.id()
                + "', 's' || n, '\\x00', now(), 'test' FROM generate_series(1, 200) n");

        assertThatThrownBy(() -> secrets.keep(owner, "one-more", TOKEN))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.is(Secrets.FULL))
                        .isTrue());
        assertThat(secrets.keep(owner, "s7", TOKEN).name()).isEqualTo("s7");
    }

    private void inOrganisation(String sql) {
        scene.bean(OrganisationScope.class)
                .run(shop.id(), () -> scene.jdbc().sql(sql).update());
    }
}
