package com.qliento.trial;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.file;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.check.Bpmn;
import com.qliento.check.FlowCheck;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A block is one bean: whoever adds one changes nothing else. */
class TrialSetTest {

    private final Scene scene = TrialScene.get();

    @Test
    void a_block_of_another_set_is_in_the_vocabulary_in_its_group() {
        var all = scene.bean(Blocks.class).all();

        assertThat(all).extracting(Block::group).isSorted();
        assertThat(all).extracting(Block::key).containsSubsequence("set-value", "start-flow", "trial-stock", "wait");
    }

    @Test
    void what_all_blocks_keep_is_looked_at_and_so_is_its_own_rule_in_the_words_of_its_set() {
        assertThat(problems(stock(""), Locale.ENGLISH))
                .extracting(FlowProblem::code, FlowProblem::message)
                .contains(tuple("missing-setting", "The service task 'stock' needs 'Article'. Its number."));
        assertThat(problems(stock("seven"), Locale.forLanguageTag("es")))
                .extracting(FlowProblem::code, FlowProblem::message)
                .contains(tuple(
                        "no-article",
                        "El elemento 'stock' (tarea de servicio) busca 'seven', que no es un artículo. Escribe una letra y"
                                + " un número."));
    }

    @Test
    void a_rule_of_another_feature_about_whole_flows_is_asked_with_those_of_the_platform() {
        var twice = file("<bpmn:process id='p' isExecutable='true'>" + start() + arrow("start", "one")
                + block("serviceTask", "one", "trial-stock", "article", "A7") + arrow("one", "two")
                + block("serviceTask", "two", "trial-stock", "article", "A7") + arrow("two", "end") + end()
                + "</bpmn:process>");

        assertThat(problems(twice, Locale.ENGLISH))
                .extracting(FlowProblem::code, FlowProblem::elementId)
                .containsExactly(
                        tuple("exit-not-drawn", "one"),
                        tuple("exit-not-drawn", "two"),
                        tuple("looked-up-again", "two"));
    }

    @Test
    void an_exit_that_has_to_be_drawn_is_missed_and_one_that_the_block_has_not_is_refused() {
        assertThat(problems(stock("A7"), Locale.ENGLISH))
                .extracting(FlowProblem::code, FlowProblem::message)
                .containsExactly(tuple(
                        "exit-not-drawn",
                        "The service task 'stock' has nothing for 'When it is sold out'. Draw what happens then on its"
                                + " edge."));
        assertThat(problems(withExit("qliento.no-answer"), Locale.ENGLISH))
                .extracting(FlowProblem::code)
                .containsExactlyInAnyOrder("event-kind", "exit-not-drawn");
        assertThat(problems(withExit("qliento.no-answer"), Locale.ENGLISH))
                .extracting(FlowProblem::message)
                .anySatisfy(said -> assertThat(said)
                        .endsWith("On this block's edge stands an error with the code qliento.sold-out."));
        assertThat(problems(withExit("qliento.sold-out"), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void an_exit_compiles_to_an_error_of_its_code_that_reads_back() {
        FlowModel flow = scene.bean(FlowReader.class).read(withExit("qliento.sold-out"));

        byte[] compiled = FlowCompiler.compile(flow, "stock");

        assertThat(new String(compiled, StandardCharsets.UTF_8)).contains("errorCode=\"qliento.sold-out\"");
        assertThat(scene.bean(FlowReader.class).read(compiled).boundaries()).isEqualTo(flow.boundaries());
    }

    @Test
    void a_flow_with_it_runs_on_by_its_arrow_and_by_its_exit() {
        String customer = Scene.newCustomer();
        publish("in-stock", "A7");
        publish("sold-out", "B0");

        scene.says(customer, "in-stock");
        scene.hears(customer, 1);
        scene.says(customer, "sold-out");

        assertThat(scene.hears(customer, 2)).containsExactly("We have 7", "All gone");
    }

    private void publish(String key, String article) {
        new FlowText(key, key)
                .block("serviceTask", "stock", "trial-stock", "article", article, "name", "left")
                .says("there", "We have {{ left }}")
                .ends()
                .exitOf("stock", "qliento.sold-out", "All gone")
                .publish(scene);
    }

    private static String stock(String article) {
        return block("serviceTask", "stock", "trial-stock", "article", article);
    }

    private List<FlowProblem> problems(String stock, Locale language) {
        return problems(Bpmn.process(start(), arrow("start", "stock"), stock, arrow("stock", "end"), end()), language);
    }

    private List<FlowProblem> problems(byte[] flow, Locale language) {
        return scene.bean(FlowCheck.class).check(flow, Bpmn.environment(), language);
    }

    private static byte[] withExit(String code) {
        return file("<bpmn:error id='e' errorCode='" + code + "'/><bpmn:process id='p' isExecutable='true'>"
                + start() + arrow("start", "stock") + stock("A7") + arrow("stock", "end") + end()
                + "<bpmn:boundaryEvent id='gone' attachedToRef='stock'><bpmn:errorEventDefinition errorRef='e'/>"
                + "</bpmn:boundaryEvent>" + arrow("gone", "x") + text("x") + arrow("x", "end") + "</bpmn:process>");
    }
}
