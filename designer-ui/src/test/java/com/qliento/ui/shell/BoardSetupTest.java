package com.qliento.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BlockType;
import com.qliento.block.Blocks;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.bpmn.FlowReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The board learns from its set-up all there is to know of a block, also of one that no release has. */
class BoardSetupTest {

    private static final BlockType STOCK = () -> Block.of(
                    TextBundle.beside(BoardSetupTest.class, "TrialBlocks"),
                    "trial-stock",
                    BlockGroup.ASK,
                    BpmnElement.RECEIVE_TASK)
            .awaiting(Awaits.CUSTOMER)
            .exits(Exit.of("sold-out").asNeeded())
            .icon("warehouse")
            .summary("{article}")
            .with(Parameter.of("article", ParameterKind.TEXT).needed().upTo(20).splitting(), AnswerSettings.PURPOSE);

    private final Blocks blocks = new Blocks(List.of(STOCK));
    private final BoardSetup setup = new BoardSetup(blocks, new FlowReader(blocks));

    @Test
    void a_block_is_described_with_its_element_icon_exits_and_parameters() throws Exception {
        JsonNode block = only(Locale.ENGLISH);

        assertThat(block.path("key").asText()).isEqualTo("trial-stock");
        assertThat(block.path("template").asText()).isEqualTo("qliento.trial-stock");
        assertThat(block.path("type").asText()).isEqualTo("bpmn:ReceiveTask");
        assertThat(block.path("group").asText()).isEqualTo("ask");
        assertThat(block.path("icon").asText()).isEqualTo("warehouse");
        assertThat(block.path("awaits").asText()).isEqualTo("CUSTOMER");
        assertThat(block.path("summary").asText()).isEqualTo("{article}");
        assertThat(block.path("exits")).hasToString("""
                [{"code":"qliento.sold-out","label":"When it is sold out","needed":true}]""");
        assertThat(block.path("sample")).hasToString("{\"article\":\"A7\"}");
        JsonNode article = block.path("parameters").path(0);
        assertThat(article.path("kind").asText()).isEqualTo("TEXT");
        assertThat(article.path("max").asInt()).isEqualTo(20);
        assertThat(article.path("required").asBoolean()).isTrue();
        assertThat(article.path("splits").asBoolean()).isTrue();
    }

    @Test
    void its_words_are_those_of_its_set_in_the_language_of_the_board_and_those_that_all_sets_share() throws Exception {
        JsonNode block = only(Locale.forLanguageTag("es"));

        assertThat(block.path("label").asText()).isEqualTo("Mirar en el almacén");
        assertThat(block.path("groupLabel").asText()).isEqualTo("Preguntar");
        assertThat(block.path("exits").path(0).path("label").asText()).isEqualTo("Cuando está agotado");
        assertThat(block.path("parameters").path(1).path("label").asText()).isEqualTo("Se usa para");
    }

    @Test
    void an_exit_that_was_taken_has_words_at_the_block_that_has_it() {
        byte[] flow = """
                <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><b:process id="p">
                  <b:receiveTask id="stock" camunda:modelerTemplate="qliento.trial-stock"/>
                </b:process></b:definitions>""".getBytes(StandardCharsets.UTF_8);

        BlockNames names = setup.names(flow, Locale.ENGLISH);

        assertThat(names.exit("stock", "sold-out")).contains("sold out");
        assertThat(names.exit("stock", "no-answer")).isEmpty();
        assertThat(names.exit("elsewhere", "sold-out")).isEmpty();
    }

    private JsonNode only(Locale language) throws Exception {
        JsonNode described =
                new ObjectMapper().readTree(setup.looking(language)).path("blocks");
        assertThat(described).hasSize(1);
        return described.path(0);
    }
}
