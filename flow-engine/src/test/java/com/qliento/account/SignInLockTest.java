package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing is held up; whoever knows the password comes in. */
class SignInLockTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final int GUESSES = 40;

    private final Scene scene = Scene.shared();
    private final Accounts accounts = scene.bean(Accounts.class);
    private final String email = "owner-" + UUID.randomUUID() + "@example.org";
    private final SignInSource attacker = from("203.0.113.7");

    @BeforeEach
    void an_owner() {
        scene.passes(Accounts.MEMORY.plus(Duration.ofSeconds(1)));
        accounts.register(DEMO, Role.OWNER, email, "Owner", "correct horse");
    }

    private static SignInSource from(String address) {
        return new SignInSource(address, null);
    }

    @Test
    void wrong_guesses_from_one_place_do_not_keep_the_owner_out_elsewhere() {
        guess(attacker, 20);

        assertThat(accounts.signIn(email, "correct horse", attacker))
                .isEqualTo(new SignIn.TooManyTries(new PolicyRule("abuse.guessing")));
        assertThat(accounts.signIn(email, "correct horse", from("198.51.100.4")))
                .isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void a_browser_that_has_signed_in_before_comes_in_from_where_it_is_guessed() {
        var welcome = (SignIn.Welcome) accounts.signIn(email, "correct horse", attacker);
        guess(attacker, 20);

        var kept = new SignInSource(attacker.address(), welcome.browser());

        assertThat(accounts.signIn(email, "correct horse", kept)).isInstanceOf(SignIn.Welcome.class);
        guess(kept, 20);
        assertThat(accounts.signIn(email, "correct horse", kept)).isInstanceOf(SignIn.TooManyTries.class);
    }

    @Test
    void what_a_browser_keeps_is_of_use_for_its_own_account_only_and_cannot_be_made_up() {
        var welcome = (SignIn.Welcome) accounts.signIn(email, "correct horse", attacker);
        var other = "other-" + email;
        accounts.register(DEMO, Role.OWNER, other, "Other", "correct horse");
        for (var made : new String[] {welcome.browser(), "00.00", "", "." + welcome.browser()}) {
            for (int i = 0; i < 10; i++) {
                accounts.signIn(other, "wrong", new SignInSource("203.0.113.8", made));
            }
            assertThat(accounts.signIn(other, "correct horse", new SignInSource("203.0.113.8", made)))
                    .as(made)
                    .isInstanceOf(SignIn.TooManyTries.class);
        }
    }

    @Test
    void forty_guesses_at_once_are_ten_that_are_looked_at() throws Exception {
        var tries = new ArrayList<Callable<SignIn>>();
        for (int i = 0; i < GUESSES; i++) {
            tries.add(() -> accounts.signIn(email, "wrong", attacker));
        }
        var pool = Executors.newFixedThreadPool(GUESSES);
        try {
            int looked = 0;
            for (var one : pool.invokeAll(tries)) {
                looked += one.get() instanceof SignIn.Refused ? 1 : 0;
            }
            assertThat(looked).isEqualTo(10);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void one_password_for_many_accounts_is_held_up_by_where_it_comes_from() {
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.signIn(i + email, "Summer2026", from("2001:db8:1:2::" + i)))
                    .isInstanceOf(SignIn.Refused.class);
        }

        assertThat(accounts.signIn(email, "correct horse", from("2001:db8:1:2::ff")))
                .isEqualTo(new SignIn.TooManyTries(new PolicyRule("abuse.spraying")));
        assertThat(accounts.signIn(email, "correct horse", from("2001:db8:1:3::ff")))
                .isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void a_right_password_forgets_the_wrong_ones_before_it() {
        guess(attacker, 9);
        assertThat(accounts.signIn(email, "correct horse", attacker)).isInstanceOf(SignIn.Welcome.class);

        guess(attacker, 9);
        assertThat(accounts.signIn(email, "correct horse", attacker)).isInstanceOf(SignIn.Welcome.class);
    }

    private void guess(SignInSource from, int times) {
        for (int i = 0; i < times; i++) {
            accounts.signIn(email, "wrong", from);
        }
    }
}
