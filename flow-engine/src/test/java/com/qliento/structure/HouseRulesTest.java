package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.structure.broken.InjectedField;
import com.qliento.structure.broken.KnowsCamunda;
import com.qliento.structure.broken.KnowsDrools;
import com.qliento.structure.broken.KnowsStatus;
import com.qliento.structure.broken.NamesAClass;
import com.qliento.structure.broken.ReadsTime;
import com.qliento.structure.broken.SenderImpl;
import com.qliento.structure.broken.ShowsContent;
import com.qliento.structure.broken.TakenName;
import com.qliento.structure.broken.helper.Misplaced;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new OfTheProduct()).importPackages("com.qliento");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.CAMUNDA_HAS_ITS_PLACES, KnowsCamunda.class),
                Arguments.of(HouseRules.DROOLS_NEVER_LEAVES_RULES, KnowsDrools.class),
                Arguments.of(HouseRules.TIME_COMES_FROM_THE_CLOCK, ReadsTime.class),
                Arguments.of(HouseRules.NOTHING_IS_INJECTED_INTO_FIELDS, InjectedField.class),
                Arguments.of(HouseRules.STATUS_IS_TOLD_AT_THE_EDGE, KnowsStatus.class),
                Arguments.of(HouseRules.NO_PUBLIC_TYPE_IS_AN_IMPL, SenderImpl.class),
                Arguments.of(HouseRules.PACKAGES_ARE_FEATURES, Misplaced.class),
                Arguments.of(HouseRules.NOTHING_IS_REACHED_BY_ITS_NAME, NamesAClass.class),
                Arguments.of(HouseRules.RECORDS_KEEP_CONTENT_TO_THEMSELVES, ShowsContent.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_code_that_breaks_it(ArchRule rule, Class<?> broken) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(broken));

        assertThat(result.hasViolation()).isTrue();
    }

    @Test
    void no_two_public_types_of_the_modules_have_one_name() {
        HouseRules.PUBLIC_NAMES_ARE_TAKEN_ONCE.check(PRODUCT);
    }

    @Test
    void a_public_name_that_is_taken_twice_is_caught_and_one_inside_of_a_type_is_not() {
        var result = HouseRules.PUBLIC_NAMES_ARE_TAKEN_ONCE.evaluate(
                new ClassFileImporter().importPackagesOf(TakenName.class));

        assertThat(result.getFailureReport().getDetails())
                .hasSize(2)
                .allMatch(line -> line.contains("broken.helper.TakenName"))
                .noneMatch(line -> line.contains("Inside"));
    }

    @Test
    void each_way_to_read_the_time_is_caught_and_a_clock_is_not() {
        var result =
                HouseRules.TIME_COMES_FROM_THE_CLOCK.evaluate(new ClassFileImporter().importClasses(ReadsTime.class));

        assertThat(result.getFailureReport().getDetails()).hasSize(5).noneMatch(line -> line.contains("allowed("));
    }

    @Test
    void each_kind_of_content_is_caught_and_a_record_with_a_text_of_its_own_is_not() {
        var result = HouseRules.RECORDS_KEEP_CONTENT_TO_THEMSELVES.evaluate(
                new ClassFileImporter().importClasses(ShowsContent.class, ShowsContent.Allowed.class));

        assertThat(result.getFailureReport().getDetails()).hasSize(3).noneMatch(line -> line.contains("Allowed"));
    }

    @Test
    void each_name_of_a_class_is_caught_and_that_of_a_bundle_is_not() {
        var result = HouseRules.NOTHING_IS_REACHED_BY_ITS_NAME.evaluate(
                new ClassFileImporter().importClasses(NamesAClass.class));

        assertThat(result.getFailureReport().getDetails())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("broken.ReadsTime"),
                        line -> assertThat(line).contains("broken.KnowsDrools"),
                        line -> assertThat(line).contains("block.Blocks"));
    }

    @Test
    void all_modules_are_looked_at() {
        assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
                .contains("com.qliento.rules.feel", "com.qliento.connector.whatsapp", "com.qliento.conversation");
    }
}
