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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

/** Calls from being asked for until their outcome is in the lane of whoever asked, on the whole application. */
class CallsTest {

    private static final String SECRET_WORDS = "the customer's own words";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Another system that does what a test says. */
    private static final class Stub implements Callee {

        private final String kind;
        private final List<Made> made = new CopyOnWriteArrayList<>();
        private volatile Function<Made, CompletableFuture<CallOutcome>> answers = call -> answered();

        Stub(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public CompletableFuture<CallOutcome> make(Made call) {
            made.add(call);
            return answers.apply(call);
        }
    }

    /** Hears the outcomes of this test's calls. */
    private static final class Ear implements ResultReceiver {

        private final Calls calls;
        private final Map<UUID, List<CallOutcome>> heard = new ConcurrentHashMap<>();

        Ear(Calls calls) {
            this.calls = calls;
        }

        @Override
        public String kind() {
            return Calls.RESULT;
        }

        private List<CallOutcome> of(UUID call) {
            return heard.computeIfAbsent(call, first -> new CopyOnWriteArrayList<>());
        }

        @Override
        public Fate take(Step step, Pending result) {
            if (!heard.containsKey(result.id())) {
                return Fate.LATE;
            }
            of(result.id())
                    .add(calls.result(step.conversation().lane().organisation(), result)
                            .outcome());
            return Fate.TAKEN;
        }
    }

    private final Scene scene = Scene.shared();
    private final Calls calls = scene.bean(Calls.class);
    private final Lane lane = lane();
    private final String kind = "stub-" + UUID.randomUUID();
    private final Stub stub = new Stub(kind);
    private final Ear ear = new Ear(calls);

    CallsTest() {
        scene.adds(kind, stub);
        scene.adds(kind + "-ear", ear);
    }

    @Test
    void a_call_is_made_with_what_was_asked_and_its_answer_comes_to_the_lane_once() {
        var id = asks(Repeat.NEVER);

        await().atMost(PATIENCE).until(() -> ear.of(id).size() == 1);

        assertThat(stub.made).hasSize(1);
        assertThat(stub.made.get(0).request().path("text").asText()).isEqualTo(SECRET_WORDS);
        assertThat(stub.made.get(0).attempt()).isOne();
        assertThat(ear.of(id).get(0)).isInstanceOfSatisfying(CallOutcome.Answered.class, answer -> assertThat(
                        answer.body().path("price").asInt())
                .isEqualTo(7));
        assertThat(rows("call_queue", id)).isZero();
        assertThat(recorded(id)).isEqualTo("answered");
    }

    @Test
    void a_call_of_a_step_that_is_rolled_back_is_never_made() {
        var id = TimeOrderedId.at(scene.clock().instant());
        try {
            inOrganisation(() -> {
                ask(call(id, Repeat.NEVER, PATIENCE));
                throw new IllegalStateException("as meant");
            });
        } catch (IllegalStateException asMeant) {
            assertThat(asMeant).hasMessage("as meant");
        }

        scene.bean(CallSweep.class).sweep();

        assertThat(stub.made).isEmpty();
        assertThat(rows("call_queue", id)).isZero();
    }

    @Test
    void a_call_that_is_not_answered_in_time_times_out_and_the_answer_is_not_waited_for() {
        var never = new CompletableFuture<CallOutcome>();
        stub.answers = call -> never;
        var id = asks(Repeat.NEVER);
        await().atMost(PATIENCE).until(() -> stub.made.size() == 1);

        scene.passes(PATIENCE);
        scene.bean(CallSweep.class).sweep();

        await().atMost(PATIENCE).until(() -> ear.of(id).size() == 1);
        assertThat(ear.of(id).get(0)).isInstanceOf(CallOutcome.TimedOut.class);
        assertThat(never).isCancelled();
        assertThat(recorded(id)).isEqualTo("timed-out");
    }

    @Test
    void a_call_that_may_be_made_again_is_when_it_is_time_and_tells_only_its_last_outcome() {
        stub.answers = call -> CompletableFuture.completedFuture(
                call.attempt() < 3 ? new CallOutcome.Again(Duration.ofSeconds(10), "busy") : answer());
        var id = asks(Repeat.AGAIN);

        for (int attempt = 1; attempt <= 3; attempt++) {
            int made = attempt;
            await().atMost(PATIENCE)
                    .until(() -> stub.made.size() == made
                            && !scene.bean(CallDesk.class).has(id));
            scene.passes(Duration.ofSeconds(12));
            scene.bean(CallSweep.class).sweep();
        }

        await().atMost(PATIENCE).until(() -> ear.of(id).size() == 1);
        assertThat(ear.of(id).get(0)).isInstanceOf(CallOutcome.Answered.class);
        assertThat(stub.made).extracting(Callee.Made::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void a_callee_that_breaks_fails_the_call_and_says_nothing_of_its_words() {
        stub.answers = call -> {
            throw new IllegalStateException(SECRET_WORDS);
        };
        var id = asks(Repeat.AGAIN);

        await().atMost(PATIENCE).until(() -> ear.of(id).size() == 1);

        assertThat(ear.of(id).get(0)).isEqualTo(CallOutcome.failed("unexpected"));
    }

    @Test
    void what_is_cancelled_while_it_is_under_way_is_recorded_and_told_to_nobody() {
        var later = new CompletableFuture<CallOutcome>();
        stub.answers = call -> later;
        var id = asks(Repeat.NEVER);
        await().atMost(PATIENCE).until(() -> stub.made.size() == 1);

        inOrganisation(() -> {
            var trip = new RoundTrip();
            calls.cancel(trip, id);
            trip.run(scene.bean(JdbcOperations.class));
        });
        later.complete(answer());

        await().atMost(PATIENCE).until(() -> rows("call_queue", id) == 0);
        assertThat(recorded(id)).isEqualTo("answered");
        assertThat(rows("inbox_queue", id)).isZero();
        assertThat(ear.of(id)).isEmpty();
    }

    @Test
    void what_a_node_that_died_had_under_way_is_made_again_only_where_that_does_no_harm() {
        var again = leftUnderWay(Repeat.AGAIN);
        var never = leftUnderWay(Repeat.NEVER);

        scene.bean(CallSweep.class).sweep();

        await().atMost(PATIENCE)
                .until(() -> ear.of(again).size() == 1 && ear.of(never).size() == 1);
        assertThat(ear.of(again).get(0)).isInstanceOf(CallOutcome.Answered.class);
        assertThat(ear.of(never).get(0)).isEqualTo(CallOutcome.failed("unsure"));
        assertThat(stub.made).extracting(Callee.Made::id).containsExactly(again);
        assertThat(stub.made.get(0).attempt()).isEqualTo(2);
    }

    @Test
    void nothing_of_a_request_or_an_answer_lies_in_a_row_unsealed() {
        var later = new CompletableFuture<CallOutcome>();
        stub.answers = call -> later;
        var id = asks(Repeat.NEVER);
        await().atMost(PATIENCE).until(() -> stub.made.size() == 1);

        var row = inOrganisation(() -> scene.jdbc()
                .sql("SELECT encode(request, 'escape') || q::text FROM call_queue q WHERE id = ?")
                .param(id)
                .query(String.class)
                .single());
        later.complete(answer());

        assertThat(row).doesNotContain("own words").contains(kind);
    }

    private static CallOutcome answer() {
        return new CallOutcome.Answered(JsonNodeFactory.instance.objectNode().put("price", 7));
    }

    private static CompletableFuture<CallOutcome> answered() {
        return CompletableFuture.completedFuture(answer());
    }

    private UUID asks(Repeat repeat) {
        var id = TimeOrderedId.at(scene.clock().instant());
        ear.of(id).clear();
        inOrganisation(() -> ask(call(id, repeat, PATIENCE)));
        return id;
    }

    /** As a node leaves a call that dies while it is under way. */
    private UUID leftUnderWay(Repeat repeat) {
        var id = TimeOrderedId.at(scene.clock().instant());
        ear.of(id).clear();
        inOrganisation(() -> {
            var trip = new RoundTrip();
            scene.bean(CallStore.class)
                    .insert(
                            trip,
                            call(id, repeat, PATIENCE),
                            scene.bean(CallSeals.class).request(call(id, repeat, PATIENCE)));
            trip.run(scene.bean(JdbcOperations.class));
            scene.jdbc()
                    .sql("UPDATE call_queue SET state = 'calling', attempts = 1, node = -1 WHERE id = ?")
                    .param(id)
                    .update();
        });
        return id;
    }

    private Call call(UUID id, Repeat repeat, Duration patience) {
        var request = JsonNodeFactory.instance.objectNode().put("text", SECRET_WORDS);
        var caller = Caller.flow(lane, UUID.randomUUID(), "ask-stock");
        return new Call(
                id,
                caller,
                kind,
                "shop.example",
                request,
                repeat,
                scene.clock().instant().plus(patience));
    }

    private void ask(Call call) {
        var trip = new RoundTrip();
        calls.ask(trip, List.of(call));
        trip.run(scene.bean(JdbcOperations.class));
    }

    private Lane lane() {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var customer = Scene.newCustomer();
        scene.says(customer, "hello");
        var rest = new Rest(scene);
        await().atMost(PATIENCE).until(() -> rest.contact(customer) != null);
        return new Lane(channel.organisation(), channel.id().value(), UUID.fromString(rest.contact(customer)));
    }

    private long rows(String table, UUID id) {
        return inOrganisation(() -> scene.jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE id = ?")
                .param(id)
                .query(Long.class)
                .single());
    }

    private @Nullable String recorded(UUID id) {
        return inOrganisation(() -> scene.jdbc()
                .sql("SELECT outcome FROM call_record WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    private void inOrganisation(Runnable work) {
        scene.bean(OrganisationScope.class).run(lane.organisation(), work);
    }

    private <T> T inOrganisation(Supplier<T> work) {
        return scene.bean(OrganisationScope.class).in(lane.organisation(), work);
    }
}
