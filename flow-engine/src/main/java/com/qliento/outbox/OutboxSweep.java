package com.qliento.outbox;

import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings to the dispatcher what nobody is at: left by a node that died or forgot, or put off until now. */
@Component
class OutboxSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);
    private static final int AT_ONCE = 5_000;
    private static final Duration HAND_OVER = Duration.ofSeconds(1);

    private final OutboxStore store;
    private final Dispatcher dispatcher;
    private final OrganisationScope scope;
    private final SendRules rules;
    private final Counter leftInTheAir;
    private final Outage outage = new Outage(LOG, "The database can't be asked for unsent messages");
    private final Outage unreadable = new Outage(LOG, "Messages that were left for a contact can't be read");

    OutboxSweep(
            OutboxStore store, Dispatcher dispatcher, OrganisationScope scope, SendRules rules, MeterRegistry metrics) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.scope = scope;
        this.rules = rules;
        this.leftInTheAir = Counter.builder("qliento.outbox.left.in.the.air")
                .description("calls that a node which died may or may not have made")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 500)
    void sweep() {
        try {
            var now = rules.now();
            for (var lane : store.due(now.minus(HAND_OVER), now, AT_ONCE)) {
                if (!dispatcher.has(lane)) {
                    takeUp(lane);
                }
            }
            dispatcher.lookAgain(Math.max(1, store.livingNodes()));
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** What is wrong with one contact's messages must not keep the others' waiting. */
    private void takeUp(Lane lane) {
        try {
            load(lane);
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException broken) {
            unreadable.met(broken);
        }
    }

    private void load(Lane lane) {
        var messages = scope.in(lane.organisation(), () -> {
            leftInTheAir.increment(store.takeOver(lane, rules.leftUntil()));
            return store.load(lane);
        });
        if (!messages.isEmpty()) {
            dispatcher.offerLeft(lane, messages);
        }
    }
}
