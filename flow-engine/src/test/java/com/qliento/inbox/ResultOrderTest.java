package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages and results of one lane, come in, held, released and taken in any order, in the real database. */
class ResultOrderTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final int LOOK_AHEAD = 20;

    /** What happens to a lane. */
    enum Happening {
        A_MESSAGE_COMES,
        A_RESULT_COMES,
        THE_LANE_IS_HELD,
        THE_LANE_IS_RELEASED,
        THE_FIRST_IS_TAKEN
    }

    /** What should be in the lane. */
    private static final class Model {
        private final List<UUID> results = new ArrayList<>();
        private final List<UUID> messages = new ArrayList<>();
        private final List<UUID> held = new ArrayList<>();

        private List<UUID> first() {
            var all = new ArrayList<>(results);
            all.addAll(messages);
            return all.subList(0, Math.min(all.size(), LOOK_AHEAD));
        }
    }

    private final Scene scene = Scene.shared();
    private final InboxStore store = scene.bean(InboxStore.class);
    private final JdbcOperations jdbc = scene.bean(JdbcOperations.class);
    private final Instant now = scene.clock().instant();
    private final Lane lane = new Lane(DEMO, TimeOrderedId.at(now), TimeOrderedId.at(now));

    @Property(tries = 150)
    void results_go_first_and_no_message_that_waits_keeps_one_back(@ForAll @Size(max = 40) List<Happening> happenings) {
        new TransactionTemplate(scene.bean(PlatformTransactionManager.class)).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            scene.bean(OrganisationScope.class).enter(DEMO);
            var model = new Model();

            for (var happening : happenings) {
                happens(happening, model);
                assertThat(waiting()).extracting(Pending::id).isEqualTo(model.first());
                assertThat(waiting())
                        .filteredOn(Pending::held)
                        .extracting(Pending::id)
                        .isSubsetOf(model.held);
            }

            store.hold(lane.contact());
            assertThat(takenWithoutWaiting()).isEqualTo(model.results);
            store.release(lane.contact());
            assertThat(takenWithoutWaiting()).isEqualTo(model.messages);
        });
    }

    private void happens(Happening happening, Model model) {
        switch (happening) {
            case A_MESSAGE_COMES -> model.messages.add(message());
            case A_RESULT_COMES -> model.results.add(result());
            case THE_LANE_IS_HELD -> {
                store.hold(lane.contact());
                model.held.addAll(model.messages);
            }
            case THE_LANE_IS_RELEASED -> {
                store.release(lane.contact());
                model.held.clear();
            }
            case THE_FIRST_IS_TAKEN ->
                model.first().stream().findFirst().ifPresent(first -> {
                    takes(first);
                    model.results.remove(first);
                    model.messages.remove(first);
                });
        }
    }

    private UUID message() {
        var id = TimeOrderedId.at(now);
        var content = "x".getBytes(StandardCharsets.UTF_8);
        store.insert(
                DEMO,
                List.of(new Arrival(
                        id,
                        lane.channel(),
                        lane.contact(),
                        id.toString().getBytes(StandardCharsets.UTF_8),
                        Arrival.day(now, now),
                        "text",
                        null,
                        content,
                        null,
                        now)));
        return id;
    }

    /** Comes twice, as whatever is told over a network may. */
    private UUID result() {
        var id = TimeOrderedId.at(now);
        var trip = new RoundTrip();
        for (int delivery = 0; delivery < 2; delivery++) {
            store.insert(trip, new Result(id, lane, Source.EVENT, "of-the-test", new byte[] {1}, now));
        }
        trip.run(jdbc);
        return id;
    }

    private List<Pending> waiting() {
        var waiting = new ArrayList<Pending>();
        var trip = new RoundTrip();
        store.next(trip, lane.contact(), LOOK_AHEAD, waiting::add);
        trip.run(jdbc);
        return waiting;
    }

    private void takes(UUID id) {
        var trip = new RoundTrip();
        store.delete(trip, List.of(id), () -> {
            throw new AssertionError("was not there");
        });
        trip.run(jdbc);
    }

    /** What a lane takes one by one until it meets what waits. */
    private List<UUID> takenWithoutWaiting() {
        var taken = new ArrayList<UUID>();
        for (var waiting = waiting(); !waiting.isEmpty() && !waiting.get(0).held(); waiting = waiting()) {
            taken.add(waiting.get(0).id());
            takes(waiting.get(0).id());
        }
        return taken;
    }
}
