package com.qliento.call;

import com.qliento.database.GroupCommit;
import com.qliento.database.NodeConnection;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Result;
import com.qliento.inbox.Source;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Writes down, before a call, that it is about to be made, and after it what came of it; many at once. The mark is durable
 * before a byte leaves, and with it the step that asked.
 */
@Component
class CallRecords implements DisposableBean {

    private static final int AT_ONCE = 200;
    private static final Duration PACE = Duration.ofMillis(15);

    private static final class Mark {
        private final Ticket ticket;
        private @Nullable Marked granted;

        Mark(Ticket ticket) {
            this.ticket = ticket;
        }
    }

    private final CallStore store;
    private final CallSeals seals;
    private final Inbox inbox;
    private final Rows rows;
    private final Clock clock;
    private final GroupCommit<Mark> marks = new GroupCommit<>("call-mark", 1, AT_ONCE, PACE, this::writeMarks);
    private final GroupCommit<Settled> outcomes =
            new GroupCommit<>("call-settle", 1, AT_ONCE, PACE, this::writeOutcomes);

    /** Where rows are written, and as whose. */
    @Component
    record Rows(OrganisationScope scope, JdbcOperations jdbc, NodeConnection node, CallNews news) {}

    CallRecords(CallStore store, CallSeals seals, Inbox inbox, Rows rows, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.inbox = inbox;
        this.rows = rows;
        this.clock = clock;
    }

    /** Completes with the call as this node may make it now; with null when it may not. */
    CompletableFuture<@Nullable Marked> mark(Ticket ticket) {
        var mark = new Mark(ticket);
        return marks.write(mark).thenApply(done -> mark.granted);
    }

    /** Completes when the outcome is durable, and whoever waits for it has it in their lane. */
    CompletableFuture<Void> settle(Settled settled) {
        return outcomes.write(settled);
    }

    private void writeMarks(List<Mark> batch) {
        byOrganisation(batch, mark -> mark.ticket, (organisation, some) -> {
            var tickets = some.stream().map(mark -> mark.ticket).collect(byId());
            var granted = store.mark(tickets, rows.node().node(), clock.instant()).stream()
                    .collect(Collectors.toMap(marked -> marked.ticket().id(), Function.identity()));
            some.forEach(mark -> mark.granted = granted.get(mark.ticket.id()));
        });
    }

    private static Collector<Ticket, ?, Map<UUID, Ticket>> byId() {
        return Collectors.toMap(Ticket::id, Function.identity(), (one, same) -> one);
    }

    private void writeOutcomes(List<Settled> batch) {
        byOrganisation(batch, settled -> settled.call().ticket(), (organisation, some) -> {
            var again = some.stream().filter(settled -> settled.next() != null).toList();
            if (!again.isEmpty()) {
                store.putOff(again);
                var trip = new RoundTrip();
                again.forEach(settled -> rows.news().recorded(trip, settled));
                trip.run(rows.jdbc());
            }
            var ended = some.stream().filter(settled -> settled.next() == null).toList();
            if (!ended.isEmpty()) {
                tell(organisation, ended);
            }
        });
    }

    private void tell(OrganisationId organisation, List<Settled> ended) {
        var byId = ended.stream()
                .collect(Collectors.toMap(
                        settled -> settled.call().ticket().id(), Function.identity(), (one, same) -> one));
        var trip = new RoundTrip();
        for (var gone : store.take(organisation, byId.keySet())) {
            var settled = Objects.requireNonNull(byId.get(gone.id()));
            store.record(trip, gone, settled, OutcomeWord.of(settled.outcome()));
            rows.news().recorded(trip, settled);
            rows.news().ended(trip, gone, settled);
            if (gone.lane() != null && gone.conversation() != null && !gone.cancelled()) {
                var content = seals.outcome(gone.id(), gone.lane(), settled);
                if (content != null) {
                    inbox.result(
                            trip,
                            new Result(gone.id(), gone.lane(), Source.ANSWER, Calls.RESULT, content, settled.at()));
                }
            }
        }
        trip.run(rows.jdbc());
    }

    private <T> void byOrganisation(List<T> batch, Function<T, Ticket> of, BiConsumer<OrganisationId, List<T>> write) {
        batch.stream()
                .collect(Collectors.groupingBy(item -> of.apply(item).line().organisation()))
                .forEach((organisation, some) ->
                        rows.scope().runPlanned(organisation, () -> write.accept(organisation, some)));
    }

    @Override
    public void destroy() {
        marks.destroy();
        outcomes.destroy();
    }
}
