package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TreeRoomTest {

    private static final int LARGE = 3 * 1024 * 1024;
    private final TreeRoom room = new TreeRoom(256L << 20, Duration.ZERO);

    @Test
    void one_of_the_largest_bodies_at_a_time_is_taken_apart_in_a_small_memory() {
        var first = Objects.requireNonNull(room.take(LARGE));

        assertThat(room.take(LARGE)).isNull();

        first.close();
        first.close();
        var next = Objects.requireNonNull(room.take(LARGE));
        assertThat(room.take(LARGE)).isNull();
        next.close();
    }

    @Test
    void messages_are_taken_apart_beside_it() {
        room.take(LARGE);
        var taken = new ArrayList<TreeRoom.Taken>();

        for (int i = 0; i < 200; i++) {
            taken.add(room.take(1_000));
        }

        assertThat(taken).doesNotContainNull();
    }

    @Test
    void small_bodies_are_counted_by_what_they_can_become() {
        int taken = 0;
        while (room.take(BytesInFlight.SMALL) != null) {
            taken++;
        }

        assertThat(taken * 2L * 1024 * 1024).isBetween(8L << 20, 20L << 20);
    }

    @Test
    void a_body_larger_than_all_the_room_is_taken_apart_alone() {
        var tiny = new TreeRoom(1 << 20, Duration.ZERO);

        try (var taken = tiny.take(LARGE)) {
            assertThat(taken).isNotNull();
            assertThat(tiny.take(LARGE)).isNull();
        }
    }
}
