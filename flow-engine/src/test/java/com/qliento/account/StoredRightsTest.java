package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.flow.FlowPublishing;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody who has a page open acts by what is stored for them now. */
class StoredRightsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Accounts accounts = scene.bean(Accounts.class);
    private final String email = "ben-" + UUID.randomUUID() + "@example.org";
    private AccountId id = new AccountId(new UUID(0, 0));
    private Actor builder = Actor.person(id, DEMO, Role.VIEWER);

    @BeforeEach
    void a_builder_with_a_page_open() {
        id = accounts.register(DEMO, Role.BUILDER, email, "Ben", "correct horse");
        builder = accounts.actor(id, accounts.memberships(id).get(0));
        builder.require(Permission.PUBLISH);
    }

    @Test
    void a_removed_builder_publishes_nothing_through_a_page_that_is_still_open() {
        accounts.remove(DEMO, id);

        assertThatThrownBy(() -> scene.bean(FlowPublishing.class).publish(builder, "menu", ""))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("not-a-member"));
        assertThat(builder.may(Permission.LOOK_ON)).isFalse();
    }

    @Test
    void a_demoted_builder_has_the_rights_of_the_new_role_at_once() {
        accounts.register(DEMO, Role.VIEWER, email, "Ben", "correct horse");

        assertThatThrownBy(() -> scene.bean(FlowPublishing.class).publish(builder, "menu", ""))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'viewer'");
        assertThat(builder.may(Permission.LOOK_ON)).isTrue();
    }

    static List<RolesTest.Service> services() {
        return RolesTest.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_refuses_somebody_who_was_removed(RolesTest.Service service) {
        accounts.remove(DEMO, id);

        assertThat(RolesTest.refuses(service, builder)).isTrue();
    }

    @Test
    void an_account_stands_as_long_as_its_password_and_somebody_it_works_for() {
        var standing = accounts.standing(id).orElseThrow();
        assertThat(accounts.standing(id)).hasValue(standing);

        scene.bean(OrganisationScope.class).run(AccountStore.PLATFORM, () -> scene.jdbc()
                .sql("UPDATE account SET password = 'another' WHERE id = ?")
                .param(id.value())
                .update());
        assertThat(accounts.standing(id)).isPresent().get().isNotEqualTo(standing);

        accounts.remove(DEMO, id);
        assertThat(accounts.standing(id)).isEmpty();
    }

    @Test
    void a_key_that_is_taken_away_is_refused_with_the_next_request() {
        var other = OtherOrganisation.in(scene);
        assertThat(other.call("GET", "/api/v1/flows", "").statusCode()).isEqualTo(200);

        scene.bean(OrganisationScope.class).run(other.id(), () -> scene.jdbc()
                .sql("DELETE FROM organisation_api_key WHERE organisation_id = ?")
                .param(other.id().value())
                .update());

        assertThat(other.call("GET", "/api/v1/flows", "").statusCode()).isEqualTo(401);
        assertThat(scene.bean(ApiKeys.class).authenticate(other.key())).isEmpty();
    }
}
