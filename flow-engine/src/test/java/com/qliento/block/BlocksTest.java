package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void every_block_has_a_key_of_its_own_and_is_found_by_it() {
        Set<String> keys = new HashSet<>();

        for (Block block : Blocks.all()) {
            assertThat(keys.add(block.key())).as(block.key()).isTrue();
            assertThat(Blocks.find(block.key())).contains(block);
            assertThat(Blocks.ofTemplate(block.template())).contains(block);
        }
    }

    @Test
    void every_block_and_parameter_has_a_label_and_a_sentence_of_help() {
        for (Block block : Blocks.all()) {
            assertThat(block.label(Locale.ENGLISH)).isNotBlank();
            assertThat(block.help(Locale.ENGLISH)).endsWith(".");
            for (Parameter parameter : block.parameters()) {
                assertThat(block.label(parameter, Locale.ENGLISH)).isNotBlank();
                assertThat(block.help(parameter, Locale.ENGLISH)).isNotBlank();
            }
        }
    }

    @Test
    void a_language_without_a_translation_is_shown_in_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);

            assertThat(Blocks.all().get(0).label(Locale.GERMAN)).isEqualTo("Start");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void only_elements_that_can_be_one_block_need_no_template() {
        assertThat(Blocks.plain(BpmnElement.END_EVENT).map(Block::key)).contains("end");
        assertThat(Blocks.plain(BpmnElement.EXCLUSIVE_GATEWAY).map(Block::key)).contains("condition");
        assertThat(Blocks.plain(BpmnElement.SEND_TASK)).isEmpty();
        assertThat(Blocks.plain(BpmnElement.RECEIVE_TASK)).isEmpty();
    }

    @Test
    void every_block_has_an_element_template_with_all_its_parameters() throws Exception {
        JsonNode templates = new ObjectMapper().readTree(ElementTemplates.json(Locale.ENGLISH));

        assertThat(templates).hasSize(Blocks.all().size());
        for (int i = 0; i < templates.size(); i++) {
            Block block = Blocks.all().get(i);
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
