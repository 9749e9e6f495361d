package com.qliento.bpmn;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.file;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.chat.ChatSet;
import com.qliento.check.Problems;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowModelTest {

    @Test
    void the_start_says_what_starts_the_flow() {
        FlowModel flow = ChatSet.read(process(
                block("startEvent", "s", "start", "keywords", "Menu, PRICES", "mergeSeconds", "3"),
                arrow("s", "end"),
                end()));

        StartTrigger start = flow.start().orElseThrow();
        assertThat(flow.name()).isEqualTo("Try");
        assertThat(start.keywords()).containsExactly("menu", "prices");
        assertThat(start.any()).isFalse();
        assertThat(start.mergeSeconds()).isEqualTo(3);
    }

    @Test
    void a_start_on_any_message_has_no_keywords() {
        FlowModel flow = ChatSet.read(process(block("startEvent", "s", "start", "trigger", "any", "keywords", "old")));

        assertThat(flow.start().orElseThrow().any()).isTrue();
        assertThat(flow.start().orElseThrow().keywords()).isEmpty();
    }

    @Test
    void blocks_have_their_settings_with_defaults_for_what_is_missing() {
        FlowModel flow = ChatSet.read(process(block("receiveTask", "x", "ask-text", "question", "Line 1\nLine 2 ")));

        BlockNode ask = flow.blocks().values().iterator().next();
        assertThat(ask.block().key()).isEqualTo("ask-text");
        assertThat(ask.value("question")).isEqualTo("Line 1\nLine 2");
        assertThat(ask.number("attempts")).isEqualTo(3);
        assertThat(ask.value("category")).isEqualTo("other");
        assertThat(ask.value("valid")).isEmpty();
        assertThatThrownBy(() -> ask.value("colour")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_come_with_their_category_and_purpose() {
        FlowModel flow = ChatSet.read(process(
                block("receiveTask", "a", "ask-text", "name", "street", "category", "address", "purpose", "contract"),
                block("serviceTask", "b", "set-value", "name", "total", "value", "1"),
                block("receiveTask", "c", "ask-text")));

        assertThat(flow.answers())
                .containsExactly(new Answer("street", "address", "contract"), new Answer("total", "other", "service"));
    }

    @Test
    void flows_it_starts_are_known_by_setting_or_plain_bpmn() {
        FlowModel flow = ChatSet.read(process(
                block("callActivity", "a", "start-flow", "flow", "one"),
                "<bpmn:callActivity id='b' calledElement='two'/>"));

        assertThat(flow.calledFlows()).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'http://localhost:1/x.dtd'><a/>"
            })
    void a_document_type_is_refused(String xml) {
        refused(xml.getBytes(StandardCharsets.UTF_8), "doctype", "The file has a DOCTYPE or entities at line 1");
    }

    @Test
    void a_document_type_is_refused_in_another_encoding_too() {
        refused("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_16), "doctype", "The file has a DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "<a>\n<b></a>",
                "<a>&nope;</a>",
                "<a/><b/>",
                "\u0000",
                "<a x='1' x='2'/>",
                "<p:a/>"
            })
    void what_is_not_xml_is_refused(String text) {
        assertThatThrownBy(() -> ChatSet.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFlow.class);
        Problems.of("<a>\n<b>\n</a>".getBytes(StandardCharsets.UTF_8))
                .refuse("not-xml", null, "It stops making sense at line 3.");
    }

    @Test
    void xml_that_is_not_bpmn_is_refused() {
        refused(
                "<html/>".getBytes(StandardCharsets.UTF_8),
                "not-bpmn",
                "it starts with <html> instead of <definitions>");
    }

    @Test
    void more_than_two_megabytes_are_refused() {
        refused(new byte[2 * 1024 * 1024 + 1], "too-large", "The file is larger than 2 MB.");
    }

    @Test
    void more_than_five_hundred_steps_and_arrows_are_refused_as_soon_as_they_are_seen() {
        String steps = IntStream.range(0, 501).mapToObj(i -> text("t" + i)).collect(Collectors.joining());
        byte[] brokenFurtherOn = file("<bpmn:process id='p'>" + steps + "<oops");

        refused(brokenFurtherOn, "too-many-elements", "The flow has more than 500 steps and arrows.");
    }

    @Test
    void five_hundred_are_read() {
        String steps = IntStream.range(0, 500).mapToObj(i -> text("t" + i)).collect(Collectors.joining());

        assertThat(ChatSet.read(process(steps)).blocks()).hasSize(500);
    }

    @Test
    void xml_nested_without_end_is_refused() {
        refused(
                "<a>".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "too-large",
                "more XML in it than a flow can have");
    }

    private static void refused(byte[] bytes, String code, String sentence) {
        Problems.of(bytes).refuse(code, null, sentence);
    }
}
