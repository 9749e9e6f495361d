package com.qliento.outbox;

import com.qliento.database.GroupCommit;
import com.qliento.database.NodeConnection;
import com.qliento.inbox.Traffic;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down, before a call, that it is about to be made, and after it what came of it; many at once. */
@Component
class SendRecords implements DisposableBean {

    private static final int AT_ONCE = 200;
    private static final Duration PACE = Duration.ofMillis(15);

    private static final class Mark {
        private final Ready message;
        private @Nullable Ready granted;

        Mark(Ready message) {
            this.message = message;
        }
    }

    private final OutboxStore store;
    private final SendGate gate;
    private final OrganisationScope scope;
    private final NodeConnection node;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final GroupCommit<Mark> marks = new GroupCommit<>("outbox-mark", 1, AT_ONCE, PACE, this::writeMarks);
    private final GroupCommit<Settlement> settlements =
            new GroupCommit<>("outbox-settle", 1, AT_ONCE, PACE, this::writeSettlements);

    /** Which node this is, and its time. */
    @Component
    record Here(NodeConnection node, Clock clock) {}

    SendRecords(
            OutboxStore store, SendGate gate, OrganisationScope scope, Here here, ApplicationEventPublisher events) {
        this.store = store;
        this.gate = gate;
        this.scope = scope;
        this.node = here.node();
        this.clock = here.clock();
        this.events = events;
    }

    /** Completes with the message as this node may send it now, or with why nobody may; with null when this node may not. */
    CompletableFuture<@Nullable Ready> markSending(Ready message) {
        var mark = new Mark(message);
        return marks.write(mark).thenApply(done -> mark.granted);
    }

    /** Completes when the outcome is durable. */
    CompletableFuture<Void> settle(Settlement settlement) {
        return settlements.write(settlement);
    }

    private void writeMarks(List<Mark> batch) {
        byOrganisation(batch, mark -> mark.message.lane().organisation(), (organisation, some) -> {
            var ids = some.stream().map(mark -> mark.message.id()).toList();
            var granted = store.markSending(ids, node.node(), clock.instant()).stream()
                    .collect(Collectors.toMap(Granted::id, Function.identity()));
            var refused = gate.refusals(organisation, granted.values());
            some.forEach(mark -> mark.granted =
                    sendable(mark.message, granted.get(mark.message.id()), refused.get(mark.message.id())));
        });
    }

    private @Nullable Ready sendable(Ready message, @Nullable Granted granted, @Nullable String refusal) {
        if (granted == null) {
            return null;
        }
        if (refusal != null) {
            return message.refused(refusal);
        }
        return granted.moved() ? store.readdressed(message) : message;
    }

    private void writeSettlements(List<Settlement> batch) {
        byOrganisation(batch, settlement -> settlement.message().lane().organisation(), (organisation, some) -> {
            store.settle(organisation, some, clock.instant());
            events.publishEvent(new Traffic(organisation));
        });
    }

    private <T> void byOrganisation(
            List<T> batch, Function<T, OrganisationId> of, BiConsumer<OrganisationId, List<T>> write) {
        batch.stream()
                .collect(Collectors.groupingBy(of))
                .forEach(
                        (organisation, some) -> scope.runPlanned(organisation, () -> write.accept(organisation, some)));
    }

    @Override
    public void destroy() {
        marks.destroy();
        settlements.destroy();
    }
}
