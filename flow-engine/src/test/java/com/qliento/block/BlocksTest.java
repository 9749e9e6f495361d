package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.chat.ChatSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private final Blocks blocks = ChatSet.blocks();

    @Test
    void every_block_has_a_key_of_its_own_and_is_found_by_it() {
        var keys = new HashSet<String>();

        for (Block block : blocks.all()) {
            assertThat(keys.add(block.key())).as(block.key()).isTrue();
            assertThat(blocks.find(block.key())).contains(block);
            assertThat(blocks.ofTemplate(block.template())).contains(block);
        }
    }

    @Test
    void every_block_and_parameter_has_a_label_and_a_sentence_of_help() {
        for (Block block : blocks.all()) {
            assertThat(block.label(Locale.ENGLISH)).isNotBlank();
            assertThat(block.help(Locale.ENGLISH)).endsWith(".");
            for (Parameter parameter : block.parameters()) {
                assertThat(block.label(parameter, Locale.ENGLISH)).isNotBlank();
                assertThat(block.help(parameter, Locale.ENGLISH)).isNotBlank();
            }
            for (Exit exit : block.exits()) {
                assertThat(block.label(exit, Locale.ENGLISH)).isNotBlank();
                assertThat(block.taken(exit, Locale.ENGLISH)).isNotBlank();
            }
        }
    }

    @Test
    void a_language_without_a_translation_is_shown_in_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);

            assertThat(blocks.all().get(0).label(Locale.GERMAN)).isEqualTo("Start");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void blocks_stand_in_the_order_of_their_groups_and_in_a_group_as_their_set_says() {
        assertThat(blocks.all()).extracting(Block::group).isSorted();
        assertThat(blocks.all())
                .extracting(Block::key)
                .containsSubsequence(
                        "start",
                        "text",
                        "buttons",
                        "list",
                        "image",
                        "video",
                        "audio",
                        "document",
                        "ask-text",
                        "ask-choice",
                        "condition",
                        "decide",
                        "set-value",
                        "start-flow",
                        "wait",
                        "end");
    }

    @Test
    void two_blocks_of_one_key_or_two_that_are_the_same_plain_element_are_refused() {
        BlockType same = () -> Block.of(Block.SHARED, "text", BlockGroup.DO, BpmnElement.SERVICE_TASK)
                .with();
        BlockType end = () -> Block.of(Block.SHARED, "other-end", BlockGroup.END, BpmnElement.END_EVENT)
                .evenWithoutTemplate()
                .with();

        assertThatThrownBy(() -> ChatSet.blocksAnd(same)).hasMessage("two blocks have the key text");
        assertThatThrownBy(() -> ChatSet.blocksAnd(end)).hasMessage("two blocks are a plain endEvent");
    }

    @Test
    void the_code_of_an_exit_stands_in_flows_that_are_drawn_so_it_never_changes() {
        assertThat(Exit.NO_ANSWER.code()).isEqualTo("qliento.no-answer");
        assertThatThrownBy(() -> new Exit("no-answer", false, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.of("No answer")).isInstanceOf(IllegalArgumentException.class);
    }

    /** What only an organisation has, its author chooses. */
    @Test
    void the_sample_of_a_block_is_complete_in_every_language_but_for_what_only_an_organisation_has() {
        var chosen = Set.of(ParameterKind.FLOW, ParameterKind.DECISION, ParameterKind.MEDIA);
        for (Block block : blocks.all()) {
            for (Locale language : LANGUAGES) {
                var sample = block.sample(language);
                assertThat(block.parameters())
                        .as(block.key())
                        .allMatch(parameter -> !parameter.required()
                                || chosen.contains(parameter.kind())
                                || !parameter.defaultValue().isEmpty()
                                || sample.containsKey(parameter.name()));
            }
        }
    }

    @Test
    void only_elements_that_can_be_one_block_need_no_template() {
        assertThat(blocks.plain(BpmnElement.END_EVENT).map(Block::key)).contains("end");
        assertThat(blocks.plain(BpmnElement.EXCLUSIVE_GATEWAY).map(Block::key)).contains("condition");
        assertThat(blocks.plain(BpmnElement.SEND_TASK)).isEmpty();
        assertThat(blocks.plain(BpmnElement.RECEIVE_TASK)).isEmpty();
    }

    @Test
    void every_block_has_an_element_template_with_all_its_parameters() throws Exception {
        JsonNode templates = new ObjectMapper().readTree(ElementTemplates.json(blocks, Locale.ENGLISH));

        assertThat(templates).hasSize(blocks.all().size());
        for (int i = 0; i < templates.size(); i++) {
            Block block = blocks.all().get(i);
            JsonNode template = templates.get(i);
            assertThat(template.get("id").asText()).isEqualTo("qliento." + block.key());
            assertThat(template.at("/elementType/value").asText())
                    .isEqualTo(block.element().type());
            assertThat(template.get("properties")).hasSize(block.parameters().size());
            template.get("properties").forEach(BlocksTest::bindsToStaticData);
        }
    }

    private static void bindsToStaticData(JsonNode property) {
        assertThat(property.at("/binding/type").asText()).isEqualTo("camunda:property");
        assertThat(property.get("type").asText()).isIn("String", "Dropdown");
        assertThat(property.has("choices"))
                .isEqualTo(property.get("type").asText().equals("Dropdown"));
    }
}
