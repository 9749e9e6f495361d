package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of("com.qliento", new OfTheProduct());

    @Test
    void features_use_only_what_their_package_info_names_and_nothing_in_a_circle() {
        MODULES.verify();
    }

    /** What uses what, drawn from the code itself; {@code components.puml} in {@code target/spring-modulith-docs}. */
    @Test
    void the_diagram_of_the_features_is_drawn() throws IOException {
        new Documenter(MODULES)
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();

        assertThat(Files.readString(Path.of("target", "spring-modulith-docs", "components.puml")))
                .containsIgnoringCase("outbox")
                .containsIgnoringCase("conversation");
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
