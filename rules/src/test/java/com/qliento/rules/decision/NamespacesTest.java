package com.qliento.rules.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose names of names are not as the standard writes them. */
class NamespacesTest {

    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String PLAIN = Dmn.model(
            Dmn.input("kind", "string"),
            Dmn.decision(
                    "fee",
                    Dmn.table("FIRST", List.of("kind: string"), List.of("fee: number"), "\"a\" | 1", "- | 2"),
                    "in-kind"));

    private final Decisions decisions = new Decisions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "typeRef=\"string\" => typeRef=\"x:string\"",
                "typeRef=\"number\" => typeRef=\"x:number\"",
                "typeRef=\"string\" => typeRef=\":string\"",
                "typeRef=\"string\" => typeRef=\"string:\"",
                "typeRef=\"string\" => typeRef=\"\"",
                "typeRef=\"string\" => typeRef=\"a:b:c\"",
                "<decision  => <decision xmlns=\"\" ",
                "<decisionTable  => <decisionTable xmlns=\"\" ",
                "<text> => <text xmlns=\"\">",
                "<rule  => <rule xmlns:dmn=\"urn:other\" dmn:odd=\"1\" ",
                "<rule  => <rule odd:odd=\"1\" ",
                "<rule  => <odd:rule ",
                "namespace=\"urn:test\" => ",
                "namespace=\"urn:test\" => namespace=\"\"",
                "xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" => ",
                "xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" => xmlns=\"\"",
                "href=\"#in-kind\" => href=\"x:#in-kind\"",
                "href=\"#in-kind\" => href=\"\"",
                "hitPolicy=\"FIRST\" => hitPolicy=\"x:FIRST\"",
            })
    void a_file_is_told_about_and_never_fails(String change) {
        String[] parts = change.split(" => ?", -1);
        String file = PLAIN.replace(parts[0], parts[1]);
        assertThat(file).isNotEqualTo(PLAIN);

        assertThatCode(() -> decisions.check(file.getBytes(UTF_8))).doesNotThrowAnyException();
        assertThatCode(() -> {
                    try {
                        decisions.name(file.getBytes(UTF_8));
                        decisions.cells(file.getBytes(UTF_8));
                        decisions.compile(file.getBytes(UTF_8)).evaluate(Map.of("kind", "a"));
                    } catch (InvalidDecision told) {
                        assertThat(told.problems()).isNotEmpty();
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " xmlns=\"\"", " xmlns=\"urn:other\""})
    void a_file_whose_elements_have_a_prefix_decides_whatever_the_default_is(String other) {
        String file = PLAIN.replace("xmlns=", "xmlns:dmn=")
                .replace("<definitions", "<dmn:definitions" + other)
                .replaceAll("</(?!dmn:)", "</dmn:")
                .replaceAll("<(?!dmn:|/)", "<dmn:");

        assertThat(file).contains("xmlns:dmn=\"" + MODEL);
        assertThat(decisions.check(file.getBytes(UTF_8))).isEmpty();
        assertThat(decisions
                        .compile(file.getBytes(UTF_8))
                        .evaluate(Map.of("kind", "a"))
                        .values()
                        .toString())
                .isEqualTo("{fee=1}");
    }

    @Test
    void a_type_behind_a_prefix_that_nothing_binds_is_named() {
        assertThat(decisions.check(PLAIN.replace("typeRef=\"number\"", "typeRef=\"x:tFee\"")))
                .filteredOn(DecisionProblem::error)
                .isNotEmpty();
    }
}
