package com.qliento.call;

import com.qliento.organisation.OrganisationScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings to the desk what nobody is at: left by a node that died or forgot, or put off until now. */
@Component
class CallSweep {

    private static final Logger LOG = LoggerFactory.getLogger(CallSweep.class);
    private static final int AT_ONCE = 10_000;
    private static final Duration HAND_OVER = Duration.ofSeconds(1);

    private final CallStore store;
    private final CallDesk desk;
    private final OrganisationScope scope;
    private final Clock clock;
    private final Counter leftUnderWay;

    CallSweep(CallStore store, CallDesk desk, OrganisationScope scope, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.desk = desk;
        this.scope = scope;
        this.clock = clock;
        this.leftUnderWay = Counter.builder("qliento.call.left.under.way")
                .description("calls that a node which died may or may not have made")
                .register(metrics);
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            store.leftBehind()
                    .forEach((organisation, ids) ->
                            leftUnderWay.increment(scope.in(organisation, () -> store.takeOver(ids))));
            store.due(clock.instant().minus(HAND_OVER), CallGate.MOST, AT_ONCE).stream()
                    .filter(ticket -> !desk.has(ticket.id()))
                    .forEach(desk::offer);
            desk.lookAgain();
        } catch (RuntimeException away) {
            LOG.warn(
                    "The database can't be asked for calls to be made: {}",
                    away.getClass().getSimpleName());
        }
    }
}
