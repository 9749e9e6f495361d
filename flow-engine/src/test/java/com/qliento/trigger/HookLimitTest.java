package com.qliento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.Scene;
import com.qliento.simulator.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a trigger takes in a minute, however many nodes take it; each limit here is a node's. */
class HookLimitTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("test", DEMO, Role.OWNER);

    private final Scene scene = Scene.shared();
    private final SettableClock clock = new SettableClock();
    private final Triggers triggers = scene.bean(Triggers.class);
    private final HookLimit one = node();
    private final HookLimit other = node();
    private Trigger trigger = made(100);

    @AfterEach
    void forget() {
        triggers.delete(OWNER, trigger.id());
    }

    @Test
    void two_nodes_together_let_a_minutes_deliveries_through_and_no_more() {
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += passes(one) + passes(other);
        }

        assertThat(passed).isEqualTo(100);
        clock.forward(Duration.ofMinutes(2));
        assertThat(passes(other)).isOne();
    }

    @Test
    void when_the_minute_is_taken_one_more_comes_through_as_its_time_has_come() {
        for (int i = 0; i < 100; i++) {
            assertThat(passes(one)).isOne();
        }

        assertThat(passes(one) + passes(other)).isZero();
        clock.forward(Duration.ofMillis(600));
        assertThat(passes(other)).isOne();
        assertThat(passes(one) + passes(other)).isZero();
        clock.forward(Duration.ofSeconds(30));
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += passes(i % 2 == 0 ? one : other);
        }
        assertThat(passed).isEqualTo(50);
    }

    @Test
    void a_node_that_asks_seldom_holds_nothing_back_from_the_others() {
        for (int i = 0; i < 10; i++) {
            assertThat(passes(one)).isOne();
            clock.forward(Duration.ofSeconds(11));
        }

        for (int i = 0; i < 100; i++) {
            assertThat(passes(other)).as("delivery " + i).isOne();
        }
    }

    @Test
    void a_limit_that_was_changed_holds_at_once() {
        for (int i = 0; i < 100; i++) {
            assertThat(passes(one)).isOne();
        }
        trigger = triggers.change(OWNER, trigger.id(), wish(1_000));
        clock.forward(Duration.ofMillis(60));

        assertThat(passes(one)).isOne();
    }

    @Test
    void one_that_was_deleted_meanwhile_is_not_there() {
        var gone = triggers.make(OWNER, wish(10)).trigger();
        triggers.delete(OWNER, gone.id());

        assertThatThrownBy(() -> one.pass(DEMO, gone))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no trigger");
    }

    private int passes(HookLimit node) {
        try {
            node.pass(DEMO, trigger);
            return 1;
        } catch (Problem tooMany) {
            assertThat(tooMany.more()).containsKeys("most", "retryAfter");
            return 0;
        }
    }

    private HookLimit node() {
        return new HookLimit(scene.bean(HookPace.class), new SimpleMeterRegistry(), clock);
    }

    private Trigger made(int perMinute) {
        return triggers.make(OWNER, wish(perMinute)).trigger();
    }

    private static Trigger wish(int perMinute) {
        return new Trigger(
                new UUID(0, 0),
                "Limited",
                "",
                null,
                new Proof(Proof.Kind.NONE, null, null),
                new Mapping(null, "/body/reference", Map.of()),
                WhenBusy.WAIT,
                Trigger.Answers.AT_ONCE,
                perMinute,
                true,
                Instant.EPOCH,
                "");
    }
}
