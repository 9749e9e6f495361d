package com.qliento.tryout;

import static com.qliento.tryout.Drafts.ALEX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.Actor;
import com.qliento.flow.FlowLibrary;
import com.qliento.scene.Scene;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFilesTest {

    private static final String CASES = "{\"format\": 1, \"cases\": [{\"name\": \"<&> \\\"ü\\\" ]]>\","
            + " \"steps\": [{\"kind\": \"SAY\", \"text\": \"hi\"}]}]}";

    private final Scene scene = Scene.shared();
    private final Actor builder = Drafts.builder(scene);
    private final FlowFiles files = scene.bean(FlowFiles.class);
    private final FlowCases cases = scene.bean(FlowCases.class);

    @Test
    void cases_travel_with_the_file_of_a_flow_and_are_no_part_of_its_drawing() {
        Drafts.save(scene, "travel", Drafts.coffee("travel"));
        cases.add(builder, "travel", "<A> & \"b\" 😀", ALEX, List.of(CaseStep.say("a < b & c"), CaseStep.say("é")));

        var file = files.export(builder, "travel");
        var added = files.add(builder, "Arrived", file);

        assertThat(added.cases()).isEqualTo(1);
        assertThat(added.refused()).isNull();
        var there = added.flow().key();
        assertThat(cases.list(builder, there)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("<A> & \"b\" 😀");
            assertThat(one.steps()).extracting(CaseStep::text).containsExactly("a < b & c", "é");
        });
        assertThat(new String(added.flow().content(), UTF_8)).doesNotContain("testCases");
        assertThat(added.flow().content())
                .isEqualTo(Drafts.coffee("travel").toString().getBytes(UTF_8));
        assertThat(new String(file, UTF_8)).contains("testCases");
    }

    @Test
    void a_copy_of_a_flow_has_its_cases() {
        Drafts.save(scene, "copied", Drafts.coffee("copied"));
        cases.add(builder, "copied", "one", ALEX, List.of(CaseStep.say("x")));

        scene.bean(FlowLibrary.class).duplicate(builder, "copied", "copied-again", "Again");

        assertThat(cases.list(builder, "copied-again"))
                .extracting(FlowCase::name)
                .containsExactly("one");
        assertThat(cases.list(builder, "copied")).hasSize(1);
    }

    @Test
    void a_flow_whose_cases_cannot_be_read_comes_without_them_and_says_why() {
        var file = EnclosedCases.into(Drafts.coffee("odd").toString().getBytes(UTF_8), "no cases at all");

        var added = files.add(builder, "Odd", file);

        assertThat(added.cases()).isZero();
        assertThat(added.refused()).contains("no JSON");
        assertThat(cases.list(builder, added.flow().key())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d xmlns='u'><process id='p'><startEvent/></process></d>",
                "<b:d xmlns:b='u'><b:process id='p'>\n <b:documentation>x</b:documentation>\n <b:startEvent/></b:process></b:d>",
                "<d><process id='p'><extensionElements/><startEvent/></process></d>",
                "<d><process id='p'><extensionElements><x a='1>2'/></extensionElements><startEvent/></process></d>",
                "<d><process id='p'><task><extensionElements/></task></process><process id='q'/></d>",
                "<d><!-- <process> --><process id='p'><task name='é😀'/></process></d>"
            })
    void what_is_put_in_comes_out_and_the_rest_is_as_it_was(String file) {
        var with = EnclosedCases.into(file.getBytes(UTF_8), CASES);

        var opened = EnclosedCases.open(with);

        assertThat(opened.cases()).isEqualTo(CASES);
        assertThat(new String(opened.bpmn(), UTF_8).replace("<extensionElements></extensionElements>", ""))
                .isEqualTo(file.replace("<extensionElements/>", file.contains("<task>") ? "<extensionElements/>" : ""));
        assertThat(EnclosedCases.into(with, CASES)).isEqualTo(with);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-8", "UTF-16"})
    void a_file_keeps_its_encoding_and_its_letters(String encoding) {
        var charset = Charset.forName(encoding);
        var file = ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><d><process id='p' name='Olá, señor'><t/>"
                        + "</process></d>")
                .getBytes(charset);
        var cases = "{\"name\": \"Olá 😀\"}";

        var with = EnclosedCases.into(file, cases);

        assertThat(new String(with, charset)).contains("name='Olá, señor'");
        assertThat(EnclosedCases.open(with).cases()).isEqualTo(cases);
        assertThat(EnclosedCases.open(with).bpmn()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no xml " + EnclosedCases.NAMESPACE,
                "<d xmlns:q='" + EnclosedCases.NAMESPACE + "'><process/></d>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d a='" + EnclosedCases.NAMESPACE + "'>&e;</d>"
            })
    void what_is_none_of_ours_is_left_alone(String file) {
        var opened = EnclosedCases.open(file.getBytes(UTF_8));

        assertThat(opened.cases()).isNull();
        assertThat(new String(opened.bpmn(), UTF_8)).isEqualTo(file);
    }
}
