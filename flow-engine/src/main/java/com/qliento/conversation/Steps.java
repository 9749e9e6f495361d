package com.qliento.conversation;

import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The step that the open transaction makes. A message's step is opened before the engine runs; a timer's step when the
 * engine, woken by its own job, comes to the first element.
 */
@Component
class Steps {

    private final ConversationStore store;
    private final OrganisationScope scope;
    private final StepStart start;
    private final StepEnd end;
    private final JdbcOperations jdbc;

    Steps(ConversationStore store, OrganisationScope scope, StepStart start, StepEnd end, JdbcOperations jdbc) {
        this.store = store;
        this.scope = scope;
        this.start = start;
        this.end = end;
        this.jdbc = jdbc;
    }

    /** A step that was begun, and the lane's first messages. */
    record Opened(Step step, List<Pending> pending) {}

    /** Locks the lane's conversation, looks what waits in the lane, and begins its step. */
    Opened open(Lane lane, int lookAhead) {
        var locked = new AtomicReference<Conversation>();
        var pending = new ArrayList<Pending>();
        var trip = new RoundTrip();
        store.lock(trip, lane, start.now(), locked::set);
        start.pending(trip, lane, lookAhead, pending::add);
        trip.run(jdbc);
        var step = start.of(Objects.requireNonNull(locked.get(), "the lock makes what is missing"));
        bind(step);
        return new Opened(step, pending);
    }

    /** Enters the organisation, locks its conversation and begins its step; empty when there is none. */
    Optional<Step> open(OrganisationId organisation, UUID conversation) {
        scope.enter(organisation);
        var step = store.lock(conversation).map(start::of);
        step.ifPresent(this::bind);
        return step;
    }

    /** The step that runs this execution: the transaction's own, or a new one for a timer. */
    Step of(DelegateExecution execution) {
        var bound = (Step) TransactionSynchronizationManager.getResource(this);
        return bound != null ? bound : openForTimer(execution);
    }

    private Step openForTimer(DelegateExecution execution) {
        var id = UUID.fromString(businessKey((ExecutionEntity) execution));
        var step = open(OrganisationId.of(execution.getTenantId()), id)
                .orElseThrow(() -> new IllegalStateException("no conversation " + id + " for its flow"));
        step.timeIsUp();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                finish(step, List.of());
            }
        });
        return step;
    }

    /** The conversation is the business key of the flow that was started first; those that it starts have none. */
    private static String businessKey(ExecutionEntity execution) {
        var instance = execution.getProcessInstance();
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
        }
        return instance.getBusinessKey();
    }

    /** Makes this the transaction's step, and writes nothing of it: whoever rehearses a flow keeps what it comes to. */
    void lend(Step step) {
        bind(step);
    }

    /** By which {@code now} and {@code today} are in the organisation's flows. */
    ZoneId zone(OrganisationId organisation) {
        return start.zone(organisation);
    }

    private void bind(Step step) {
        TransactionSynchronizationManager.bindResource(this, step);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                @Nullable Object unbound = TransactionSynchronizationManager.unbindResourceIfPossible(Steps.this);
                assert unbound == step;
            }
        });
    }

    /** Takes a message out that nobody can read any more; the step comes to nothing. */
    void forget(UUID message) {
        var trip = new RoundTrip();
        end.handled(trip, List.of(message));
        trip.run(jdbc);
    }

    /** Takes the row out that the step's beginning made. */
    void forget(Step step) {
        store.delete(step.conversation().id());
    }

    /** Writes what the step came to, and takes out the messages it handled; the transaction is about to commit. */
    void finish(Step step, Collection<UUID> handled) {
        var trip = new RoundTrip();
        end.handled(trip, handled);
        end.write(trip, step);
        trip.run(jdbc);
        end.written(step);
    }
}
