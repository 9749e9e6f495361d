package com.qliento.bpmn;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.chat.ChatSet;
import com.qliento.check.Bpmn;
import com.qliento.check.Findings;
import com.qliento.check.Problems;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are meant to do harm: refused with a reason, after no more work than a large honest one takes. */
class HostileFlowTest {

    private static final String BOMB = "<!DOCTYPE a [<!ENTITY a0 'ha'>"
            + IntStream.range(1, 40)
                    .mapToObj(i -> "<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>")
                    .collect(Collectors.joining())
            + "]><a>&a39;</a>";

    @Test
    void an_entity_bomb_is_refused_at_its_document_type_and_never_unfolded() {
        Problems.of(bytes(BOMB)).refuse("doctype", null, "The file has a DOCTYPE or entities at line 1");
        Problems.of(bytes(BOMB.replace("</a>", "</a><b>"))).refuse("doctype", null, "at line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SYSTEM 'file:///etc/passwd'", "SYSTEM 'http://127.0.0.1:9/x'", "PUBLIC 'x' 'ftp://127.0.0.1/x'"
            })
    void nothing_outside_of_the_file_is_fetched(String from) {
        Problems.of(bytes("<!DOCTYPE a [<!ENTITY % e " + from + "> %e;]><a/>"))
                .refuse("doctype", null, "remove them, a flow needs none");
    }

    @Test
    void of_fifty_megabytes_nothing_is_read() {
        byte[] large = new byte[50 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');

        Problems.of(large).refuse("too-large", null, "The file is larger than 2 MB.");
    }

    @Test
    void reading_stops_at_the_first_step_too_many() {
        var file = new Counted(bytes(steps(100_000)));

        assertThatThrownBy(() -> XmlReader.read(file))
                .isInstanceOf(UnreadableFlow.class)
                .hasMessageContaining("500 steps");
        assertThat(file.read).isLessThan(600 * text("t100000").length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<a>", "<a b='1'>", "<bpmn:process xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'>"})
    void reading_stops_at_the_first_level_too_deep(String level) {
        var file = new Counted(bytes(level.repeat(20_000)));

        assertThatThrownBy(() -> XmlReader.read(file))
                .isInstanceOf(UnreadableFlow.class)
                .hasMessageContaining("more XML");
        assertThat(file.read).isLessThan(20_000);
    }

    @Test
    void a_hundred_thousand_tags_that_are_no_steps_are_refused_too() {
        Problems.of(process(start(), arrow("start", "end"), end(), "<x:y xmlns:x='urn:x'/>".repeat(50_000)))
                .refuse("too-large", null, "more XML in it than a flow can have");
    }

    @ParameterizedTest
    @CsvSource({"201, too-large", "100000, not-xml"})
    void an_element_with_attributes_without_end_is_refused(int count, String code) {
        String many = IntStream.range(0, count).mapToObj(i -> " a" + i + "='1'").collect(Collectors.joining());

        Problems.of(process("<bpmn:startEvent" + many + "/>")).refuse(code, null, "The file ");
    }

    @Test
    void no_more_problems_are_told_than_anybody_reads() {
        String refused = IntStream.range(0, 480)
                .mapToObj(
                        i -> "<bpmn:task id='t" + i + "' camunda:class='x' camunda:async='true' camunda:formKey='y'/>")
                .collect(Collectors.joining());

        assertThat(check(process(refused))).hasSizeLessThanOrEqualTo(Findings.MOST);
    }

    @ParameterizedTest
    @MethodSource("markup")
    void markup_in_names_and_notes_is_told_as_the_plain_text_it_is(String markup) {
        String safe = markup.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
        byte[] flow = process(
                start(),
                arrow("start", "x"),
                "<bpmn:task id='x' name='" + safe + "'><bpmn:documentation>" + safe
                        + "</bpmn:documentation></bpmn:task>");

        assertThat(check(flow))
                .filteredOn(problem -> "x".equals(problem.elementId()))
                .allSatisfy(problem -> {
                    assertThat(problem.elementName()).isEqualTo(markup);
                    assertThat(problem.message()).hasSizeLessThan(400);
                });
    }

    static Stream<String> markup() {
        return Stream.of(
                "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "{0} {{ 1 }} ${x}");
    }

    @Test
    void a_name_of_a_megabyte_is_cut_in_the_sentence() {
        byte[] flow = around("<bpmn:task id='x' name='" + "a".repeat(1_000_000) + "'/>");

        assertThat(check(flow))
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(600));
    }

    @Test
    void elements_of_unknown_namespaces_do_nothing_and_are_left_out_of_what_runs() {
        byte[] flow = around(
                text("x"),
                "<evil:listener xmlns:evil='urn:evil' class='java.lang.Runtime'><evil:run>now</evil:run></evil:listener>");

        Problems.of(flow).none();
        assertThat(new String(FlowCompiler.compile(ChatSet.read(flow), "this"), StandardCharsets.UTF_8))
                .doesNotContain("evil", "Runtime");
    }

    @Test
    void the_densest_flow_that_is_read_takes_a_bounded_walk() {
        // every step joined with every other as far as arrows go: loops, ways and windows all at their worst
        String nodes = IntStream.range(0, 22)
                .mapToObj(i -> block("intermediateCatchEvent", "w" + i, "wait", "duration", "PT1S"))
                .collect(Collectors.joining());
        String arrows = IntStream.range(0, 22 * 21)
                .mapToObj(i -> arrow("w" + i / 21, "w" + (i / 21 + 1 + i % 21) % 22))
                .collect(Collectors.joining());

        assertThat(check(process(start(), arrow("start", "w0"), nodes, arrows))).isNotEmpty();
    }

    private static List<FlowProblem> check(byte[] flow) {
        return ChatSet.check().check(flow, Bpmn.environment());
    }

    private static String steps(int count) {
        return "<bpmn:definitions xmlns:bpmn='" + Xml.BPMN + "' xmlns:camunda='" + Xml.CAMUNDA
                + "'><bpmn:process id='p'>"
                + IntStream.range(0, count).mapToObj(i -> text("t" + i)).collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Counts what was read of a file. */
    private static final class Counted extends InputStream {

        private final byte[] file;
        private int read;

        Counted(byte[] file) {
            this.file = file;
        }

        @Override
        public int read() {
            return read < file.length ? file[read++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int bytes = Math.min(most, file.length - read);
            System.arraycopy(file, read, into, from, bytes);
            read += bytes;
            return bytes == 0 && most > 0 ? -1 : bytes;
        }
    }
}
