package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Accounts accounts = scene.bean(Accounts.class);
    private final String email = "ana-" + UUID.randomUUID() + "@example.org";

    @Test
    void somebody_signs_in_with_the_password_they_were_registered_with() {
        var id = accounts.register(DEMO, Role.BUILDER, email, "Ana", "correct horse");

        assertThat(accounts.signIn(" " + email.toUpperCase(Locale.ROOT), "correct horse"))
                .isInstanceOfSatisfying(SignIn.Welcome.class, welcome -> {
                    assertThat(welcome.account().id()).isEqualTo(id);
                    assertThat(welcome.account().name()).isEqualTo("Ana");
                    assertThat(welcome.account().email()).isEqualTo(email);
                });
        assertThat(accounts.memberships(id)).containsExactly(new Membership(DEMO, "Demo", Role.BUILDER));
    }

    @Test
    void a_wrong_password_and_an_unknown_e_mail_are_refused_alike() {
        accounts.register(DEMO, Role.BUILDER, email, "Ana", "correct horse");

        assertThat(accounts.signIn(email, "wrong")).isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn("nobody-" + email, "wrong")).isEqualTo(new SignIn.Refused());
    }

    @Test
    void after_too_many_tries_the_right_password_does_not_help_until_time_has_passed() {
        accounts.register(DEMO, Role.BUILDER, email, "Ana", "correct horse");
        for (int i = 0; i < 10; i++) {
            assertThat(accounts.signIn(email, "wrong")).isEqualTo(new SignIn.Refused());
        }

        assertThat(accounts.signIn(email, "correct horse"))
                .isEqualTo(new SignIn.TooManyTries(new PolicyRule("abuse.guessing")));

        scene.passes(Accounts.MEMORY.plus(Duration.ofSeconds(1)));
        assertThat(accounts.signIn(email, "correct horse")).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void registering_again_keeps_the_password_and_changes_the_role() {
        var id = accounts.register(DEMO, Role.BUILDER, email, "Ana", "correct horse");

        assertThat(accounts.register(DEMO, Role.OWNER, email, "Another", "another"))
                .isEqualTo(id);

        assertThat(accounts.signIn(email, "correct horse")).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.memberships(id)).extracting(Membership::role).containsExactly(Role.OWNER);
    }

    @Test
    void the_database_holds_neither_e_mail_nor_name_nor_password() {
        accounts.register(DEMO, Role.BUILDER, email, "Anastasia Canary", "correct horse");

        var rows = scene.bean(OrganisationScope.class).in(AccountStore.PLATFORM, () -> scene.jdbc()
                .sql("SELECT a::text || encode(a.email, 'escape') || encode(a.name, 'escape') FROM account a")
                .query(String.class)
                .list());

        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(email) || row.contains("Canary") || row.contains("correct horse"));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,      true,  true,  true,  true",
        "BUILDER,    true,  true,  true,  true",
        "AGENT,      true,  false, false, true",
        "COMPLIANCE, true,  false, false, true",
        "VIEWER,     true,  false, false, false",
    })
    void a_role_says_what_somebody_may_do(Role role, boolean see, boolean edit, boolean publish, boolean read) {
        assertThat(role.may(Permission.LOOK_ON)).isEqualTo(see);
        assertThat(role.may(Permission.BUILD)).isEqualTo(edit);
        assertThat(role.may(Permission.PUBLISH)).isEqualTo(publish);
        assertThat(role.may(Permission.SEE_CONVERSATIONS)).isEqualTo(read);
        assertThat(role.may(Permission.MANAGE_PEOPLE)).isEqualTo(role == Role.OWNER);
    }

    @Test
    void what_a_role_does_not_include_is_refused_in_plain_words() {
        var viewer = Actor.person(new AccountId(UUID.randomUUID()), DEMO, Role.VIEWER);

        assertThatThrownBy(() -> viewer.require(Permission.BUILD))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'viewer'");
    }
}
