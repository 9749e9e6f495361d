package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.inbox.Result;
import com.qliento.inbox.Source;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

class ResultsTest {

    /** An event of the test's own: a flow is told so, or fails each time, and counts how often. */
    private static final class Paid implements ResultReceiver {

        private final String kind;
        private final boolean fails;
        private final AtomicInteger tries = new AtomicInteger();

        Paid(String kind, boolean fails) {
            this.kind = kind;
            this.fails = fails;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Fate take(Step step, Pending result) {
            tries.incrementAndGet();
            if (fails) {
                throw new IllegalStateException("as meant");
            }
            step.say(null, new OutboundContent.Text("paid", false));
            return Fate.TAKEN;
        }
    }

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String kind = "paid-" + customer;

    @Test
    void a_result_reaches_a_flow_behind_messages_that_wait_for_it_and_once() {
        scene.adds(kind, new Paid(kind, false));
        sleeps();
        scene.says(customer, "are you there?");
        Awaitility.await().until(() -> waiting("held") == 1);

        happensTwice(TimeOrderedId.at(scene.clock().instant()));

        assertThat(scene.hears(customer, 1)).containsExactly("paid");
        Awaitility.await().until(() -> waiting("pending") == 0);
        assertThat(waiting("held")).isOne();
        scene.passes(Duration.ofHours(4));
        assertThat(scene.hears(customer, 2)).startsWith("paid", "good morning");
        Awaitility.await().until(() -> waiting("held") == 0);
    }

    @Test
    void a_result_that_nothing_waits_for_comes_to_nothing_and_says_so() {
        sleeps();

        happens(TimeOrderedId.at(scene.clock().instant()));

        Awaitility.await().until(() -> waiting("pending") == 0);
        assertThat(state()).isEqualTo("busy");
        assertThat(inOrganisation(
                        "SELECT count(*) FROM conversation_trace t JOIN conversation c ON c.id = t.conversation_id"
                                + " WHERE c.contact_id = ?::uuid AND ? = ANY (t.path)",
                        rest.contact(customer),
                        "late " + kind))
                .isOne();
    }

    @Test
    void a_flow_that_can_never_take_its_result_is_ended_and_its_customer_heard_again() {
        var broken = new Paid(kind, true);
        scene.adds(kind, broken);
        sleeps();
        scene.says(customer, "are you there?");
        Awaitility.await().until(() -> waiting("held") == 1);

        happens(TimeOrderedId.at(scene.clock().instant()));

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            scene.passes(Duration.ofSeconds(70));
            return waiting("pending") == 0 && state().equals("free");
        });
        assertThat(broken.tries).hasValueGreaterThan(2);
        assertThat(waiting("held")).isZero();
        assertThat(waiting("parked")).isZero();
    }

    private void sleeps() {
        new FlowText("sleeps" + customer, customer)
                .waits("nap", "PT3H")
                .says("late", "good morning")
                .ends()
                .publish(scene);
        scene.says(customer, customer);
        Awaitility.await().until(() -> state().equals("busy"));
    }

    private void happens(UUID id) {
        happens(id, 1);
    }

    /** Told of twice before the lane has its turn: what a lane took already is for the receiver to know. */
    private void happensTwice(UUID id) {
        happens(id, 2);
    }

    private void happens(UUID id, int times) {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var lane = new Lane(channel.organisation(), channel.id().value(), UUID.fromString(rest.contact(customer)));
        scene.bean(OrganisationScope.class).run(channel.organisation(), () -> {
            var trip = new RoundTrip();
            var result = new Result(
                    id, lane, Source.EVENT, kind, new byte[] {1}, scene.clock().instant());
            for (int time = 0; time < times; time++) {
                scene.bean(Inbox.class).result(trip, result);
            }
            trip.run(scene.bean(JdbcOperations.class));
        });
    }

    private String state() {
        return rest.conversationOf(customer).path("state").asText();
    }

    private long waiting(String state) {
        return inOrganisation(
                "SELECT count(*) FROM inbox_queue WHERE contact_id = ?::uuid AND state = ?",
                rest.contact(customer),
                state);
    }

    private long inOrganisation(String sql, String contact, String value) {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.jdbc()
                .sql(sql)
                .params(contact, value)
                .query(Long.class)
                .single());
    }
}
