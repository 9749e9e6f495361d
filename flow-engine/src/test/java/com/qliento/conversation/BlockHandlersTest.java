package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.ElementTemplates;
import com.qliento.scene.Scene;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A block is complete; that each is in a sample is seen in module samples. */
class BlockHandlersTest {

    @Test
    void every_block_has_exactly_one_handler() {
        var handlers = Scene.shared().beans(BlockHandler.class);

        assertThat(handlers.stream().map(handler -> handler.block().key()))
                .containsExactlyInAnyOrderElementsOf(Scene.shared().bean(Blocks.class).all().stream()
                        .map(Block::key)
                        .toList());
    }

    @Test
    void every_block_has_exactly_one_element_template() throws Exception {
        var templates =
                new ObjectMapper().readTree(ElementTemplates.json(Scene.shared().bean(Blocks.class), Locale.ENGLISH));

        assertThat(StreamSupport.stream(templates.spliterator(), false)
                        .map(template -> template.path("id").asText()))
                .containsExactlyInAnyOrderElementsOf(Scene.shared().bean(Blocks.class).all().stream()
                        .map(Block::template)
                        .toList());
    }
}
