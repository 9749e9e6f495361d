package com.qliento.simulator.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.util.unit.DataSize;

class LimitsTest {

    @Property
    void a_text_is_taken_exactly_up_to_its_limit_in_characters_whatever_they_are(
            @ForAll @IntRange(min = 1, max = 200) int length, @ForAll boolean emoji) {
        var field = new Field("text", TextNode.valueOf((emoji ? "😀" : "x").repeat(length)));

        assertThat(field.text(length)).isNotEmpty();
        assertThatThrownBy(() -> field.text(length - 1)).isInstanceOf(GraphRefusal.class);
    }

    @Property
    void a_file_is_taken_up_to_the_size_of_its_kind(@ForAll @IntRange(min = 1, max = 6_000_000) int size) {
        boolean fits = size <= DataSize.ofMegabytes(5).toBytes();

        if (fits) {
            assertThat(MediaLimit.check("image/png; x=y", size)).isEqualTo("image/png");
        } else {
            assertThatThrownBy(() -> MediaLimit.check("image/png", size)).isInstanceOf(GraphRefusal.class);
        }
    }
}
