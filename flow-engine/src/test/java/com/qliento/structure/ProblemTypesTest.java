package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.problem.ProblemType;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {

    private static final List<ProblemType> ALL = new ClassFileImporter()
            .withImportOption(new OfTheProduct()).importPackages("com.qliento").stream()
                    .flatMap(type -> type.getFields().stream())
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                            && field.getRawType().isEquivalentTo(ProblemType.class))
                    .map(ProblemTypesTest::value)
                    .toList();

    private static ProblemType value(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return (ProblemType) reflected.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    @Test
    void each_code_has_one_owner_and_is_in_kebab_case() {
        assertThat(ALL).hasSizeGreaterThan(25).extracting(ProblemType::code).doesNotHaveDuplicates();
        assertThat(ALL).allMatch(type -> type.code().matches("[a-z]+(-[a-z]+)+"));
    }
}
