package com.qliento.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompiledRulesTest {

    @Test
    void the_build_compiled_the_rules() {
        assertThat(CompiledRules.class.getResource("rules.kjar")).isNotNull();
    }

    @Test
    void a_start_without_what_the_build_compiled_has_the_same_rules() {
        var compiled = new RuleBook(CompiledRules.compiled());

        assertThat(compiled.rules())
                .isEqualTo(new RuleBook(CompiledRules.built()).rules())
                .isNotEmpty();
    }
}
