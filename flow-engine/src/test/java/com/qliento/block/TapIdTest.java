package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TapIdTest {

    @Test
    void an_id_is_read_as_it_was_written_and_fits_into_a_row() {
        var longest = new TapId(Choice.at(10, "x".repeat(300), "").id(), true, UUID.randomUUID(), "0123abcd");

        assertThat(TapId.read(longest.written())).contains(longest);
        assertThat(longest.written().length()).isLessThanOrEqualTo(155);
    }

    @Test
    void an_id_of_somebody_else_says_nothing_of_a_message_and_is_its_own_choice() {
        assertThat(TapId.read("2-flat-white")).isEmpty();
        assertThat(TapId.read(null)).isEmpty();
        assertThat(TapId.choiceOf("PAYLOAD~q")).isEqualTo("PAYLOAD~q");
    }
}
