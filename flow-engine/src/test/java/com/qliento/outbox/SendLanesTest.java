package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import org.junit.jupiter.api.Test;

class SendLanesTest {

    private final SendLanes lanes = new SendLanes(Scene.shared().bean(SendRules.class), 20);

    @Test
    void the_last_tenth_of_the_room_is_kept_for_replies() {
        for (int i = 0; i < 18; i++) {
            assertThat(lanes.with(Lanes.lane(), false, lane -> {})).isNotNull();
        }

        assertThat(lanes.with(Lanes.lane(), false, lane -> {})).isNull();
        assertThat(lanes.with(Lanes.lane(), true, lane -> {})).isNotNull();
        assertThat(lanes.with(Lanes.lane(), true, lane -> {})).isNotNull();
        assertThat(lanes.with(Lanes.lane(), true, lane -> {})).isNull();
    }
}
