package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of("com.qliento");

    @Test
    void features_use_only_what_their_package_info_names_and_nothing_in_a_circle() {
        MODULES.verify();
    }

    @Test
    void all_features_are_looked_at() {
        assertThat(MODULES.stream().map(ApplicationModule::getDisplayName))
                .contains(
                        "organisation",
                        "block",
                        "vault",
                        "engine",
                        "inbox",
                        "contact",
                        "inbound",
                        "flow",
                        "outbox",
                        "conversation",
                        "simulator",
                        "connector");
    }
}
