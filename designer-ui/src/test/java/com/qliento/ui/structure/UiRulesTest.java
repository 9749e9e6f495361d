package com.qliento.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.ui.shell.KnowsAnArea;
import com.qliento.ui.structure.broken.AsksTheDatabase;
import com.qliento.ui.structure.broken.KnowsAnotherArea;
import com.qliento.ui.structure.broken.OpenView;
import com.qliento.ui.structure.broken.TakesAnySize;
import com.qliento.ui.tryout.KnowsTheBoard;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UiRulesTest {

    private static final JavaClasses SCREENS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("com.qliento.ui");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(UiRules.AREAS_USE_EACH_OTHER_ONE_WAY, KnowsAnotherArea.class),
                Arguments.of(UiRules.AREAS_USE_EACH_OTHER_ONE_WAY, KnowsTheBoard.class),
                Arguments.of(UiRules.NO_VIEW_REACHES_BELOW_THE_SERVICES, AsksTheDatabase.class),
                Arguments.of(UiRules.THE_SHELL_KNOWS_NO_AREA, KnowsAnArea.class),
                Arguments.of(UiRules.UPLOADS_ARE_BOUNDED_WHERE_THEY_ARE_READ, TakesAnySize.class),
                Arguments.of(UiRules.EVERY_VIEW_SAYS_WHO_MAY, OpenView.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_screens_keep_the_rule(ArchRule rule) {
        rule.check(SCREENS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_code_that_breaks_it(ArchRule rule, Class<?> broken) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(broken));

        assertThat(result.hasViolation()).isTrue();
    }

    @Test
    void all_areas_are_looked_at() {
        assertThat(SCREENS.stream().map(type -> type.getPackageName()))
                .contains(
                        "com.qliento.ui.shell",
                        "com.qliento.ui.flow",
                        "com.qliento.ui.board",
                        "com.qliento.ui.draft",
                        "com.qliento.ui.tryout",
                        "com.qliento.ui.home");
    }
}
