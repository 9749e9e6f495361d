package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    @Test
    void a_guess_costs_a_thousand_rounds_at_least() {
        assertThat(PasswordHashing.passwordEncoder().encode("correct horse")).startsWith("{bcrypt}$2a$10$");
    }
}
