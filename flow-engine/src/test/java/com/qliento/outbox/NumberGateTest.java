package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NumberGateTest {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final StoppedClock clock = new StoppedClock();

    @Test
    void a_number_sends_a_second_s_worth_at_once_and_then_at_its_rate() {
        var gate = new NumberGate(clock, 1_000, 80);

        assertThat(enterAll(gate, 100)).isEqualTo(80);
        clock.move(Duration.ofMillis(125));
        assertThat(callUp(gate)).hasSize(10);
        clock.move(Duration.ofSeconds(1));
        assertThat(callUp(gate)).hasSize(10);
    }

    @Test
    void setting_the_same_rate_again_and_again_gives_no_new_burst() {
        var gate = new NumberGate(clock, 1_000, 10);
        enterAll(gate, 10);

        gate.setRate(10);

        assertThat(gate.enter(Lanes.of(gate))).isFalse();
    }

    @Test
    void sharing_the_rate_with_another_node_gives_no_new_burst() {
        var gate = new NumberGate(clock, 1_000, 10);
        enterAll(gate, 10);

        gate.setRate(5);

        assertThat(gate.enter(Lanes.of(gate))).isFalse();
        clock.move(Duration.ofSeconds(2));
        assertThat(callUp(gate)).hasSize(1);
    }

    @Test
    void no_more_calls_are_in_the_air_than_allowed_and_each_that_ends_lets_one_go() {
        var gate = new NumberGate(clock, 3, 0);

        assertThat(enterAll(gate, 5)).isEqualTo(3);
        assertThat(gate.first()).isNull();
        gate.leave();
        assertThat(callUp(gate)).hasSize(1);
        gate.leave();
        gate.leave();
        assertThat(callUp(gate)).hasSize(1);
    }

    @Test
    void lanes_go_in_the_order_in_which_they_came_and_nobody_overtakes() {
        var gate = new NumberGate(clock, 1, 0);
        var first = Lanes.of(gate);
        var second = Lanes.of(gate);
        gate.enter(Lanes.of(gate));
        gate.enter(first);
        gate.enter(second);
        gate.enter(first);
        gate.leave();

        assertThat(gate.enter(Lanes.of(gate)))
                .as("a newcomer while others wait")
                .isFalse();
        assertThat(gate.enter(second)).as("the second in the row").isFalse();
        assertThat(callUp(gate)).containsExactly(first);
        gate.leave();
        assertThat(callUp(gate)).containsExactly(second);
    }

    @Test
    void a_reply_waits_for_one_message_at_most_however_many_flows_speak_by_themselves() {
        var gate = new NumberGate(clock, 1, 0);
        gate.enter(Lanes.of(gate, false));
        for (int i = 0; i < 50_000; i++) {
            gate.enter(Lanes.of(gate, false));
        }
        var reply = Lanes.of(gate, true);
        gate.enter(reply);

        gate.leave();

        assertThat(callUp(gate)).containsExactly(reply);
    }

    @Test
    void replies_without_an_end_let_one_of_the_others_go_each_tenth_time() {
        var gate = new NumberGate(clock, 1, 0);
        gate.enter(Lanes.of(gate, true));
        for (int i = 0; i < 100; i++) {
            gate.enter(Lanes.of(gate, true));
            gate.enter(Lanes.of(gate, false));
        }

        var gone = new ArrayList<Boolean>();
        for (int i = 0; i < 20; i++) {
            gate.leave();
            callUp(gate).forEach(lane -> gone.add(lane.replies()));
        }

        assertThat(gone).hasSize(20).filteredOn(reply -> !reply).hasSize(2);
        assertThat(gone.subList(0, 10)).containsOnlyOnce(false).last().isEqualTo(false);
    }

    @Test
    void a_lane_whose_customer_writes_while_it_waits_goes_with_the_replies() {
        var gate = new NumberGate(clock, 1, 0);
        gate.enter(Lanes.of(gate, false));
        var first = Lanes.of(gate, false);
        var answered = Lanes.of(gate, false);
        gate.enter(first);
        gate.enter(answered);
        answered.add(Lanes.message(answered, true, null));
        gate.enter(answered);

        gate.leave();
        assertThat(callUp(gate)).containsExactly(answered);
        gate.leave();
        assertThat(callUp(gate)).containsExactly(first);
    }

    @Test
    void a_lane_that_has_nothing_to_send_any_more_holds_up_nobody() {
        var gate = new NumberGate(clock, 1, 0);
        var emptied = Lanes.of(gate);
        var next = Lanes.of(gate);
        gate.enter(Lanes.of(gate));
        gate.enter(emptied);
        gate.enter(next);

        gate.withdraw(emptied);
        gate.leave();

        assertThat(callUp(gate)).containsExactly(next);
    }

    @Test
    void a_pause_that_whatsapp_asks_for_holds_everything_until_it_is_over() {
        var gate = new NumberGate(clock, 10, 0);
        gate.pause(Duration.ofSeconds(30), LONGEST);
        var lane = Lanes.of(gate);

        assertThat(gate.enter(lane)).isFalse();
        assertThat(gate.alarm()).isEqualTo(clock.instant().plusSeconds(30));
        clock.move(Duration.ofSeconds(30));
        assertThat(callUp(gate)).containsExactly(lane);
    }

    @Test
    void pauses_grow_while_the_trouble_goes_on_and_begin_anew_after_a_success() {
        var gate = new NumberGate(clock, 10, 0);

        assertThat(pauses(gate, 6)).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
        gate.fine();
        assertThat(pauses(gate, 1)).containsExactly(1L);
    }

    @Test
    void calls_that_were_in_the_air_together_are_one_trouble() {
        var gate = new NumberGate(clock, 64, 0);
        for (int i = 0; i < 64; i++) {
            gate.pause(null, LONGEST);
        }

        assertThat(gate.pause(null, LONGEST)).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void a_shorter_pause_never_ends_a_longer_one() {
        var gate = new NumberGate(clock, 64, 0);
        var until = gate.pause(Duration.ofSeconds(60), LONGEST);

        assertThat(gate.pause(Duration.ofSeconds(1), LONGEST)).isEqualTo(until);
    }

    @Test
    void a_thousand_lanes_that_wait_need_one_alarm() {
        var gate = new NumberGate(clock, 10, 0);
        gate.pause(Duration.ofSeconds(5), LONGEST);
        int alarms = 0;

        for (int i = 0; i < 1_000; i++) {
            gate.enter(Lanes.of(gate));
            alarms += gate.alarm() == null ? 0 : 1;
        }

        assertThat(alarms).isEqualTo(1);
    }

    @Test
    void an_alarm_that_rings_before_a_pause_which_grew_meanwhile_is_set_again() {
        var gate = new NumberGate(clock, 10, 0);
        gate.pause(Duration.ofSeconds(5), LONGEST);
        gate.enter(Lanes.of(gate));
        var alarm = Objects.requireNonNull(gate.alarm());
        gate.pause(Duration.ofSeconds(20), LONGEST);

        clock.move(Duration.ofSeconds(5));
        gate.woken(alarm);

        assertThat(gate.first()).isNull();
        assertThat(gate.alarm()).isEqualTo(clock.instant().plusSeconds(15));
    }

    @Test
    void lanes_that_waited_for_a_call_to_end_get_an_alarm_when_the_number_is_paused_by_then() {
        var gate = new NumberGate(clock, 1, 0);
        gate.enter(Lanes.of(gate));
        gate.enter(Lanes.of(gate));
        assertThat(gate.alarm()).isNull();

        gate.pause(Duration.ofSeconds(2), LONGEST);
        gate.leave();

        assertThat(gate.first()).isNull();
        assertThat(gate.alarm()).isEqualTo(clock.instant().plusSeconds(2));
    }

    @Test
    void a_gate_is_disused_when_a_new_one_would_allow_no_more() {
        var gate = new NumberGate(clock, 1, 10).join();
        var lane = Lanes.of(gate);
        gate.enter(lane);
        gate.leave();
        assertThat(gate.disused()).as("a lane uses it").isFalse();

        gate.part(lane);
        assertThat(gate.disused()).as("not paid back").isFalse();
        clock.move(Duration.ofMillis(100));
        assertThat(gate.disused()).isTrue();
    }

    private static int enterAll(NumberGate gate, int lanes) {
        int entered = 0;
        for (int i = 0; i < lanes; i++) {
            entered += gate.enter(Lanes.of(gate)) ? 1 : 0;
        }
        return entered;
    }

    private static List<SendLane> callUp(NumberGate gate) {
        var called = new ArrayList<SendLane>();
        for (var lane = gate.first(); lane != null; lane = gate.first()) {
            assertThat(gate.enter(lane)).isTrue();
            called.add(lane);
        }
        return called;
    }

    private List<Long> pauses(NumberGate gate, int count) {
        var seconds = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            var until = gate.pause(null, LONGEST);
            var pause = Duration.between(clock.instant(), until);
            seconds.add(pause.toSeconds());
            clock.move(pause);
        }
        return seconds;
    }
}
