package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.structure.broken.AsksTheMachine;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class MachineRulesTest {

    @Test
    void the_product_asks_no_machine_for_its_habits() {
        MachineRules.NOTHING_ASKS_THE_MACHINE_FOR_ITS_HABITS.check(
                new ClassFileImporter().withImportOption(new OfTheProduct()).importPackages("com.qliento"));
    }

    @Test
    void each_way_to_ask_is_caught_and_what_says_its_language_is_not() {
        var result = MachineRules.NOTHING_ASKS_THE_MACHINE_FOR_ITS_HABITS.evaluate(
                new ClassFileImporter().importClasses(AsksTheMachine.class));

        assertThat(result.getFailureReport().getDetails()).hasSize(9).noneMatch(line -> line.contains("allowed("));
    }
}
