package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendLaneTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SendLane lane = Lanes.of(new NumberGate(new StoppedClock(), 10, 0));

    @Test
    void the_same_person_gets_45_messages_at_once_and_then_one_every_6_seconds() {
        for (int i = 0; i < 45; i++) {
            assertThat(lane.next(NOON)).isEqualTo(NOON);
            send(NOON);
        }

        assertThat(lane.next(NOON)).isEqualTo(NOON.plusSeconds(6));
        send(NOON.plusSeconds(6));
        assertThat(lane.next(NOON.plusSeconds(6))).isEqualTo(NOON.plusSeconds(12));
    }

    @Test
    void a_lane_is_kept_until_what_it_sent_is_paid_back_so_that_idling_gives_no_new_burst() {
        send(NOON);
        send(NOON);

        assertThat(lane.worthKeeping(NOON.plusSeconds(11))).isTrue();
        assertThat(lane.worthKeeping(NOON.plusSeconds(12))).isFalse();
    }

    @Test
    void a_message_that_is_put_off_stays_first() {
        var first = add();
        var second = add();
        lane.begin(NOON);

        lane.end(Settlement.again(first, NOON.plusSeconds(3), 131000));

        assertThat(head()).isEqualTo(first.id());
        assertThat(lane.next(NOON)).isEqualTo(NOON.plusSeconds(3));
        lane.begin(NOON.plusSeconds(3));
        lane.end(Settlement.accepted(first, "wamid.1"));
        assertThat(head()).isEqualTo(second.id());
    }

    @Test
    void a_status_that_comes_before_the_lost_answer_is_noticed_makes_waiting_needless() {
        var first = add();
        var second = add();
        lane.begin(NOON);

        lane.settled(first.id());
        lane.end(Settlement.unsure(first, NOON.plusSeconds(10)));

        assertThat(head()).isEqualTo(second.id());
        assertThat(lane.next(NOON)).isEqualTo(NOON);
    }

    @Test
    void a_status_of_another_message_settles_nothing_here() {
        var unsure = Lanes.message(lane, NOON.plusSeconds(10));
        lane.add(unsure);

        lane.settled(Lanes.message(lane).id());

        assertThat(head()).isEqualTo(unsure.id());
        lane.settled(unsure.id());
        assertThat(lane.head()).isNull();
    }

    @Test
    void beyond_its_room_messages_stay_in_the_database_until_all_before_them_are_gone() {
        for (int i = 0; i < SendLane.MOST + 1; i++) {
            add();
        }
        for (int i = 0; i < SendLane.MOST - 1; i++) {
            send(NOON);
        }
        var late = add();

        lane.settled(head());
        assertThat(lane.head())
                .as("neither the one too many nor the one behind it")
                .isNull();
        add();
        assertThat(lane.head()).isNotNull().isNotEqualTo(late);
    }

    @Test
    void many_waits_for_the_same_moment_need_one_alarm() {
        assertThat(lane.alarm(NOON.plusSeconds(6))).isTrue();
        assertThat(lane.alarm(NOON.plusSeconds(6))).isFalse();
        assertThat(lane.alarm(NOON.plusSeconds(12))).isFalse();
        assertThat(lane.alarm(NOON.plusSeconds(1))).isTrue();

        lane.woken(NOON.plusSeconds(1));
        assertThat(lane.alarm(NOON.plusSeconds(6))).isTrue();
    }

    @Test
    void troubles_in_a_row_make_the_pause_longer_up_to_a_limit() {
        var longest = Duration.ofSeconds(5);

        assertThat(lane.backOff(longest)).hasSeconds(1);
        assertThat(lane.backOff(longest)).hasSeconds(2);
        assertThat(lane.backOff(longest)).hasSeconds(4);
        assertThat(lane.backOff(longest)).hasSeconds(5);
        lane.fine();
        assertThat(lane.backOff(longest)).hasSeconds(1);
    }

    private Ready add() {
        var message = Lanes.message(lane);
        lane.add(message);
        return message;
    }

    private void send(Instant now) {
        var head = lane.head();
        var message = head == null ? add() : head;
        lane.begin(now);
        lane.end(Settlement.accepted(message, "wamid.1"));
    }

    private UUID head() {
        return Objects.requireNonNull(lane.head()).id();
    }
}
