package com.qliento.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.Call.Caller;
import com.qliento.channel.Channels;
import com.qliento.conversation.ResultReceiver;
import com.qliento.conversation.Step;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lives of calls in which nodes die at each arrow: before the mark, before and after the call, before and after its
 * outcome is recorded; in which one that was taken for dead comes back, and the step that takes the answer fails.
 */
class CallLifeTest {

    private static final int LIVES = 120;
    private static final int TURNS = 12;
    private static final List<Repeat> REPEATS = List.of(Repeat.AGAIN, Repeat.KEY, Repeat.NEVER);

    /** Dead, all of them: no living node has a number below zero. */
    private static final int NODES = 3;

    /** A call and what was seen of it. */
    private static final class Life {
        private final UUID id;
        private final Repeat repeat;
        private final Map<Integer, Marked> under = new ConcurrentHashMap<>();
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger failsFirst;
        private int made;
        private boolean settled;
        private boolean cancelled;

        Life(UUID id, Repeat repeat, int failsFirst) {
            this.id = id;
            this.repeat = repeat;
            this.failsFirst = new AtomicInteger(failsFirst);
        }

        @Override
        public String toString() {
            return repeat + " made " + made + " heard " + heard + (cancelled ? " cancelled" : "");
        }
    }

    /** Hears each outcome, after a step that fails now and then. */
    private static final class Ear implements ResultReceiver {

        private final Map<UUID, Life> lives = new ConcurrentHashMap<>();

        @Override
        public String kind() {
            return Calls.RESULT;
        }

        @Override
        public Fate take(Step step, Pending result) {
            var life = lives.get(result.id());
            if (life == null) {
                return Fate.LATE;
            }
            if (life.failsFirst.getAndDecrement() > 0) {
                throw new IllegalStateException("as meant");
            }
            life.heard.incrementAndGet();
            return Fate.TAKEN;
        }
    }

    private final Scene scene = Scene.shared();
    private final CallStore store = scene.bean(CallStore.class);
    private final CallRecords records = scene.bean(CallRecords.class);
    private final Lane lane = lane();
    private final Ear ear = new Ear();
    private final Random random = new Random(16);

    @Test
    void whoever_dies_wherever_one_answer_is_heard_and_what_must_not_be_made_twice_is_not() {
        scene.adds("ear-" + UUID.randomUUID(), ear);
        var lives = new ArrayList<Life>();
        for (int n = 0; n < LIVES; n++) {
            lives.add(asked());
        }
        for (int turn = 0; turn < TURNS; turn++) {
            lives.forEach(this::turn);
        }
        lives.forEach(this::finish);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            scene.passes(Duration.ofSeconds(10));
            assertThat(lives).allSatisfy(life -> assertThat(life.heard).hasValue(life.cancelled ? 0 : 1));
        });
        assertThat(lives).allSatisfy(life -> assertThat(life.repeat == Repeat.NEVER ? life.made : 1)
                .isLessThanOrEqualTo(1));
        assertThat(lives).anySatisfy(life -> assertThat(life.made).isGreaterThan(1));
        assertThat(lives).anySatisfy(life -> assertThat(life.cancelled).isTrue());
        assertThat(inOrganisation(() -> scene.jdbc()
                        .sql("SELECT count(*) FROM call_queue WHERE contact_id = ?")
                        .param(lane.contact())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void what_is_cancelled_just_as_it_is_taken_over_from_a_dead_node_is_not_made() {
        var life = asked();
        mark(life, -1);

        var cancelling = inOrganisation(() -> {
            assertThat(store.takeOver(Set.of(life.id))).isOne();
            var other = CompletableFuture.supplyAsync(() -> inOrganisation(() -> store.cancel(life.id)));
            await().until(() -> other.isDone() || somebodyWaits());
            return other;
        });

        assertThat(cancelling.join()).isTrue();
        assertThat(gone(life)).isTrue();
    }

    private boolean somebodyWaits() {
        return scene.jdbc()
                .sql("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")
                .query(Boolean.class)
                .single();
    }

    /** Far enough ahead that the node which runs the test leaves it alone. */
    private Life asked() {
        var at = scene.clock().instant().plus(Duration.ofDays(2));
        var life = new Life(
                TimeOrderedId.at(at), REPEATS.get(random.nextInt(REPEATS.size())), random.nextInt(4) == 0 ? 1 : 0);
        ear.lives.put(life.id, life);
        var request = JsonNodeFactory.instance.objectNode().put("n", 1);
        var call = new Call(
                life.id,
                Caller.flow(lane, UUID.randomUUID(), "ask"),
                "life",
                "shop.example",
                request,
                life.repeat,
                at.plus(Duration.ofDays(1)));
        inOrganisation(() -> {
            var trip = new RoundTrip();
            store.insert(trip, call, scene.bean(CallSeals.class).request(call));
            trip.run(scene.bean(JdbcOperations.class));
            return true;
        });
        return life;
    }

    private void turn(Life life) {
        int node = -1 - random.nextInt(NODES);
        switch (random.nextInt(6)) {
            case 0, 1 -> mark(life, node);
            case 2 -> make(life, node);
            case 3 -> settle(life, node);
            case 4 -> dies(life);
            default -> {
                if (random.nextInt(15) == 0) {
                    cancel(life);
                }
            }
        }
    }

    /** A node is taken for dead; whether it is, only it knows. */
    private void dies(Life life) {
        inOrganisation(() -> store.takeOver(Set.of(life.id)));
        if (random.nextBoolean()) {
            life.under.clear();
        }
    }

    /** Some node sees it through. */
    private void finish(Life life) {
        for (int tries = 0; !life.settled && tries < 20; tries++) {
            inOrganisation(() -> store.takeOver(Set.of(life.id)));
            life.under.clear();
            life.settled = gone(life);
            mark(life, -1);
            make(life, -1);
            settle(life, -1);
        }
    }

    private void mark(Life life, int node) {
        if (life.under.containsKey(node)) {
            return;
        }
        var ticket = new Ticket(
                life.id,
                new Ticket.Line(lane.organisation(), "life", "shop.example"),
                scene.clock().instant().plus(Duration.ofDays(3)));
        var granted = inOrganisation(
                () -> store.mark(Map.of(life.id, ticket), node, scene.clock().instant()));
        granted.forEach(marked -> life.under.put(node, marked));
    }

    /** As the desk does it: what must not be made any more is not. A node makes what it marked once. */
    private void make(Life life, int node) {
        var marked = life.under.get(node);
        if (marked != null && !marked.unsure() && marked.request().length > 0) {
            life.made++;
            life.under.put(node, made(marked));
        }
    }

    /** Made already, as this node knows: it has no request any more. */
    private static Marked made(Marked marked) {
        return new Marked(
                marked.ticket(),
                marked.lane(),
                marked.conversation(),
                new byte[0],
                marked.attempt(),
                marked.unsure(),
                marked.at());
    }

    /** Also twice, and also by one that was taken for dead. A node that did not make it has nothing to record. */
    private void settle(Life life, int node) {
        var marked = life.under.remove(node);
        if (marked == null || (!marked.unsure() && marked.request().length > 0)) {
            return;
        }
        var outcome = marked.unsure()
                ? CallOutcome.failed("unsure")
                : new CallOutcome.Answered(JsonNodeFactory.instance.objectNode());
        var settled = new Settled(marked, outcome, null, scene.clock().instant());
        records.settle(settled).join();
        if (random.nextBoolean()) {
            records.settle(settled).join();
        }
        life.settled |= gone(life);
    }

    /** What the node that runs the test has settled meanwhile cannot be cancelled any more. */
    private void cancel(Life life) {
        life.cancelled |= inOrganisation(() -> store.cancel(life.id));
        life.settled = gone(life);
    }

    private boolean gone(Life life) {
        return inOrganisation(() -> scene.jdbc()
                        .sql("SELECT count(*) FROM call_queue WHERE id = ?")
                        .param(life.id)
                        .query(Long.class)
                        .single())
                == 0;
    }

    private Lane lane() {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var customer = Scene.newCustomer();
        scene.says(customer, "hello");
        var rest = new Rest(scene);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !rest.contact(customer).isEmpty());
        return new Lane(channel.organisation(), channel.id().value(), UUID.fromString(rest.contact(customer)));
    }

    private <T> T inOrganisation(Supplier<T> work) {
        return scene.bean(OrganisationScope.class).in(lane.organisation(), work);
    }
}
