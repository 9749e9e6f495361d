package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowCompilerTest;
import com.qliento.bpmn.FlowProblem;
import com.qliento.chat.ChatSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A file from a stranger may be anything. */
class FlowFuzzTest {

    private final FlowCheck check = ChatSet.check();

    @Property(tries = 1000)
    void bytes_changed_anywhere_never_make_the_check_fail(
            @ForAll("files") byte[] file, @ForAll List<@IntRange(max = 1 << 24) Integer> changes) {
        byte[] mutated = file.clone();
        for (int change : changes) {
            mutated[change % mutated.length] = (byte) (change >> 16);
        }

        assertThat(check.check(mutated, Bpmn.environment())).isNotNull();
        compiles(mutated);
    }

    @Property(tries = 1000)
    void words_put_in_anywhere_never_make_the_check_fail(
            @ForAll("files") byte[] file, @ForAll("words") String word, @ForAll @IntRange(max = 1 << 20) int place) {
        var text = new String(file, StandardCharsets.UTF_8);
        int at = place % text.length();
        byte[] mutated = (text.substring(0, at) + word + text.substring(at)).getBytes(StandardCharsets.UTF_8);

        assertThat(check.check(mutated, Bpmn.environment())).isNotNull();
        compiles(mutated);
    }

    @Property(tries = 500)
    void a_file_cut_short_is_told_apart(@ForAll("files") byte[] file, @ForAll @IntRange(max = 1 << 20) int place) {
        byte[] cut = Arrays.copyOf(file, place % (file.length - 20));

        assertThat(check.check(cut, Bpmn.environment()))
                .singleElement()
                .extracting(FlowProblem::code)
                .isEqualTo("not-xml");
    }

    /** What passes without an error compiles to BPMN that is valid by the schema the engine uses. */
    private void compiles(byte[] mutated) {
        if (check.check(mutated, Bpmn.environment()).stream().noneMatch(FlowProblem::error)) {
            byte[] compiled = FlowCompiler.compile(ChatSet.read(mutated), "this");

            assertThat(org.camunda.bpm.model.bpmn.Bpmn.readModelFromStream(new ByteArrayInputStream(compiled)))
                    .isNotNull();
        }
    }

    @Provide
    Arbitrary<byte[]> files() throws IOException {
        return Arbitraries.of(
                FlowCompilerTest.resource("questions"),
                FlowCompilerTest.resource("branches"),
                FlowCompilerTest.resource("calls"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "${x}",
                "\"",
                ">",
                "<a>",
                "</a>",
                "<!DOCTYPE a>",
                "&x;",
                " id=\"end\"",
                " default=\"x\"",
                "-",
                "\u0000",
                "💬",
                "<!--",
                "<![CDATA[",
                "<?xml?>",
                "bpmn:",
                " camunda:class=\"x\"",
                "99999999999999",
                "{{",
                "}}");
    }
}
