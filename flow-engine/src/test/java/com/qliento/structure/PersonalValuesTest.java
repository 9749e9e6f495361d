package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.ParameterKind;
import com.qliento.call.Callee;
import com.qliento.scene.Scene;
import com.qliento.structure.broken.WritesVariables;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What may carry something of somebody beside columns: settings of blocks, whose values are put in when they run, and what
 * connectors send out. Found in the code; each is said to be of a category, or of nobody. The engine's variables carry
 * nothing, as nothing writes any.
 */
class PersonalValuesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new OfTheProduct()).importPackages("com.qliento");

    private static final Set<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Enum::name).collect(Collectors.toSet());

    /** Kinds whose value is fixed when a flow is drawn: no answer is ever put in. */
    private static final Set<ParameterKind> FIXED = Set.of(
            ParameterKind.CHOICE,
            ParameterKind.NUMBER,
            ParameterKind.DURATION,
            ParameterKind.KEYWORDS,
            ParameterKind.ANSWER_NAME,
            ParameterKind.FLOW,
            ParameterKind.DECISION,
            ParameterKind.SECRET,
            ParameterKind.BOOLEAN);

    @Test
    void every_setting_that_a_block_fills_with_values_is_of_a_category_or_of_nobody() {
        var filled = vocabulary()
                .flatMap(block -> block.parameters().stream()
                        .filter(parameter -> !FIXED.contains(parameter.kind()))
                        .map(parameter -> block.key() + "." + parameter.name()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(claimed("setting")).isEqualTo(filled);
    }

    @Test
    void every_field_that_a_connector_sends_is_of_a_category_or_of_nobody() {
        var sent = PRODUCT.stream()
                .filter(type -> type.getPackageName().startsWith("com.qliento.connector.")
                        && !type.getPackageName().endsWith(".webhook"))
                .flatMap(type -> Stream.concat(fields(type), asks(type)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(claimed("sent")).isEqualTo(sent);
    }

    @Test
    void every_kind_of_call_to_another_system_is_of_a_category_or_of_nobody() {
        var kinds = Scene.shared().beans(Callee.class).stream()
                .filter(callee -> callee.getClass().getName().startsWith("com.qliento."))
                .filter(callee -> PRODUCT.contain(callee.getClass()))
                .map(Callee::kind)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(claimed("call")).isEqualTo(kinds);
    }

    @Test
    void nothing_of_the_product_writes_a_variable_of_the_engine() {
        NoVariables.RULE.check(PRODUCT);
        var broken = NoVariables.RULE.evaluate(new ClassFileImporter().importClasses(WritesVariables.class));

        assertThat(broken.getFailureReport().getDetails()).hasSize(2);
    }

    @Test
    void what_is_said_names_a_category_or_a_reason() {
        assertThat(lines().values()).allSatisfy(said -> assertThat(
                        CATEGORIES.contains(said) || (said.startsWith("- ") && said.length() > 5))
                .as(said)
                .isTrue());
    }

    private static Stream<Block> vocabulary() {
        return Scene.shared().bean(Blocks.class).all().stream();
    }

    /** The components of a record, as its fields. */
    private static Stream<String> fields(JavaClass type) {
        return type.isRecord()
                ? type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(JavaField::getName)
                        .map(field -> name(type) + "." + field)
                : Stream.empty();
    }

    /** What asks somebody: its parameters leave, or lead to whom they do. */
    private static Stream<String> asks(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawReturnType().isEquivalentTo(CompletableFuture.class)
                        || method.getRawReturnType().getSimpleName().equals("Delivery"))
                .map(JavaMethod::getName)
                .map(method -> name(type) + "." + method + "()")
                .distinct();
    }

    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Set<String> claimed(String what) {
        return lines().keySet().stream()
                .filter(key -> key.startsWith(what + " "))
                .map(key -> key.substring(what.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is said of each, by what it is. */
    private static Map<String, String> lines() {
        var lines = new TreeMap<String, String>();
        try (var file = Objects.requireNonNull(
                PersonalValuesTest.class.getResourceAsStream("personal-values.txt"), "personal-values.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(line -> {
                        var twice = lines.put(line[0] + " " + line[1], line[2]);
                        assertThat(twice).as(line[1]).isNull();
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }
}
