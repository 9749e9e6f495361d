package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.DEMO;
import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.database.NodeConnection;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What other nodes, living or dead, left in the database. */
class LeftBehindTest {

    /** A node number that nobody holds. */
    private static final int DEAD = 1_999_999_999;

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);
    private final OutboxStore store = scene.bean(OutboxStore.class);
    private final String customer = outbox.customer();
    private final Lane lane = outbox.laneOf(customer);
    private final String text = "text " + UUID.randomUUID();

    @Test
    void what_a_dead_node_had_in_the_air_is_sent_after_a_while_before_what_follows_and_counted() {
        double before = leftInTheAir();
        leave(text + 1, "sending", DEAD, Duration.ofSeconds(2));
        scene.says(customer, text + 2);

        until("unsure", () -> store.figures().unsure() == 1);
        assertThat(scene.sink().to(customer)).as("a status is waited for").hasSize(2);
        scene.passes(Duration.ofSeconds(4));

        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
        assertThat(leftInTheAir() - before).isEqualTo(1);
    }

    @Test
    void what_a_dead_node_had_in_the_air_is_not_sent_again_when_a_status_tells_of_it() {
        var id = leave(text + 1, "sending", DEAD, Duration.ofSeconds(2));
        until("unsure", () -> store.figures().unsure() == 1);

        outbox.status("wamid." + UUID.randomUUID(), "sent", id.toString());
        until("settled", () -> outbox.state(text + 1).equals("sent"));
        scene.passes(Duration.ofSeconds(10));
        scene.says(customer, text + 2);

        assertThat(scene.hears(customer, 3)).endsWith("hello " + customer, text + 2);
    }

    @Test
    void what_another_node_queued_is_sent_first_when_it_came_first() {
        leave(text + 1, "queued", null, Duration.ZERO);
        scene.says(customer, text + 2);

        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
    }

    @Test
    void what_a_living_node_has_in_the_air_is_left_to_it() {
        int self = scene.bean(NodeConnection.class).node();
        var id = leave(text, "sending", self, Duration.ofMinutes(5));

        scene.bean(OutboxSweep.class).sweep();

        assertThat(store.figures().unsure()).isZero();
        in(() -> store.delete(List.of(id)));
    }

    @Test
    void a_message_that_another_node_put_off_meanwhile_is_not_granted() {
        var id = leave(text, "unsure", null, Duration.ofSeconds(2));
        var now = scene.clock().instant();

        var early = scope().in(DEMO, () -> store.markSending(List.of(id), 7, now));
        var late = scope().in(DEMO, () -> store.markSending(List.of(id), 7, now.plusSeconds(61)));
        var twice = scope().in(DEMO, () -> store.markSending(List.of(id), 7, now.plusSeconds(61)));
        var another = scope().in(DEMO, () -> store.markSending(List.of(id), 8, now.plusSeconds(61)));

        in(() -> store.delete(List.of(id)));
        assertThat(early).isEmpty();
        assertThat(late).extracting(Granted::id).containsExactly(id);
        assertThat(twice)
                .as("this node may not have learnt of it")
                .extracting(Granted::id)
                .containsExactly(id);
        assertThat(another).isEmpty();
    }

    @Test
    void a_thousand_messages_of_one_customer_are_answered_in_order() {
        var expected = new ArrayList<String>();
        for (int i = 1; i <= 1_000; i++) {
            expected.add("n" + i);
        }
        var bodies = expected.stream()
                .map(t -> Webhooks.message(scene.clock().instant(), customer, "wamid." + UUID.randomUUID(), t))
                .toList();

        for (int i = 0; i < 1_000; i += 100) {
            assertThat(scene.post(Webhooks.body(bodies.subList(i, i + 100)))).isEqualTo(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> scene.sink().to(customer).size() >= 1_002);

        assertThat(scene.sink().texts(customer).subList(2, 1_002)).isEqualTo(expected);
    }

    @Test
    void a_reply_that_was_left_is_brought_back_before_older_messages_that_are_none() {
        var now = scene.clock().instant();
        new TransactionTemplate(scene.bean(PlatformTransactionManager.class)).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            scope().enter(DEMO);
            var older = List.of(queued(3_000, false), queued(2_000, false), queued(1_000, false));
            var mixed = queued(500, false);
            queue(mixed, 400, true);
            var reply = queued(100, true);

            var due = store.due(now.minusSeconds(1), now, 3);

            assertThat(due).containsExactly(mixed, reply, older.get(0), older.get(1), older.get(2));
            assertThat(store.due(now.minusSeconds(1), now, 1)).containsExactly(mixed, older.get(0));
        });
    }

    private Lane queued(int secondsAgo, boolean reply) {
        var other = new Lane(DEMO, lane.channel(), UUID.randomUUID());
        queue(other, secondsAgo, reply);
        return other;
    }

    private void queue(Lane other, int secondsAgo, boolean reply) {
        scene.jdbc()
                .sql("""
                        INSERT INTO outbox_queue (id, organisation_id, channel_id, contact_id, content, free_until, reply,
                          recorded_at)
                        VALUES (?, ?, ?, ?, ''::bytea, now(), ?, ?)
                        """)
                .param(UUID.randomUUID())
                .param(DEMO.value())
                .param(other.channel())
                .param(other.contact())
                .param(reply)
                .param(scene.clock().instant().minusSeconds(secondsAgo).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void contacts_that_are_done_leave_nothing_in_memory() {
        scene.says(customer, text);
        scene.hears(customer, 3);

        var dispatcher = scene.bean(Dispatcher.class);
        until("forgotten", () -> dispatcher.size() == 0);
    }

    private UUID leave(String said, String state, @Nullable Integer node, Duration ago) {
        var at = scene.clock().instant().minus(ago);
        var id = TimeOrderedId.at(at);
        var json = """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"%s","type":"text",
                 "text":{"body":"%s"},"biz_opaque_callback_data":"%s"}""".formatted(customer, said, id);
        in(() -> {
            var trip = new RoundTrip();
            store.insert(
                    trip,
                    DEMO,
                    List.of(new Outgoing(
                            id,
                            lane,
                            null,
                            json.getBytes(StandardCharsets.UTF_8),
                            at.plus(Duration.ofDays(1)),
                            at,
                            true,
                            null,
                            false)));
            trip.run(scene.bean(JdbcOperations.class));
            var next = state.equals("unsure") ? scene.clock().instant().plusSeconds(60) : null;
            scene.jdbc()
                    .sql("UPDATE outbox_queue SET state = ?, node = ?, next_attempt_at = ? WHERE id = ?")
                    .param(state)
                    .param(node)
                    .param(next == null ? null : next.atOffset(ZoneOffset.UTC))
                    .param(id)
                    .update();
        });
        return id;
    }

    private OrganisationScope scope() {
        return scene.bean(OrganisationScope.class);
    }

    private void in(Runnable work) {
        scope().run(DEMO, work);
    }

    private double leftInTheAir() {
        return scene.bean(MeterRegistry.class)
                .get("qliento.outbox.left.in.the.air")
                .counter()
                .count();
    }
}
