package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Outage;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Gives each lane its turns: one thread at a time for a lane, several lanes at once, every lane as often as the others of
 * its kind. Remembers nothing that matters; what a crash takes from here the {@link Sweep} finds again.
 */
@Component
class Lanes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private enum Turn {
        TAKEN,
        WANTED_AGAIN
    }

    private final ConcurrentHashMap<Lane, Turn> turns = new ConcurrentHashMap<>();
    private final WaitingTurns waiting = new WaitingTurns();
    private final Set<OrganisationId> statusTurns = ConcurrentHashMap.newKeySet();
    private final SingletonSupplier<LaneHandler> handler;
    private final SingletonSupplier<StatusBatches> statusBatches;
    private final Clock clock;
    private final ExecutorService workers;
    private final ScheduledExecutorService alarm;
    private final Outage turnsFail = new Outage(LOG, "A lane's turn failed; the sweep brings it back");
    private final Outage statusesFail = new Outage(LOG, "Delivery statuses could not be applied; they are tried again");
    private volatile boolean running;

    Lanes(
            ObjectProvider<LaneHandler> handler,
            ObjectProvider<StatusBatches> statusBatches,
            InboxSettings settings,
            Clock clock) {
        this.handler = SingletonSupplier.of(handler::getObject);
        this.statusBatches = SingletonSupplier.of(statusBatches::getObject);
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(settings.workers(), named("inbox-worker"));
        this.alarm = Executors.newSingleThreadScheduledExecutor(named("inbox-alarm"));
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The lane has something to do; cheap, and harmless when it has not. */
    void wake(Lane lane) {
        if (!running) {
            return;
        }
        var before = turns.compute(lane, (key, turn) -> turn == null ? Turn.TAKEN : Turn.WANTED_AGAIN);
        if (before == Turn.TAKEN) {
            submit(lane);
        }
    }

    private void submit(Lane lane) {
        waiting.add(lane);
        try {
            workers.execute(() -> turn(waiting.next()));
        } catch (RejectedExecutionException stopping) {
            turns.remove(lane);
        }
    }

    private void turn(Lane lane) {
        LaneProgress progress;
        try {
            progress = running ? handler.obtain().handle(lane) : LaneProgress.idle();
            turnsFail.over();
        } catch (RuntimeException | Error unexpected) {
            // The outer edge: the row is still there, and the sweep brings the lane back.
            turnsFail.met(unexpected);
            progress = LaneProgress.idle();
        }
        var notBefore = progress.notBefore();
        if (progress.again() && notBefore == null) {
            turns.put(lane, Turn.TAKEN);
            submit(lane);
            return;
        }
        boolean wantedAgain = turns.compute(lane, (key, turn) -> turn == Turn.WANTED_AGAIN ? Turn.TAKEN : null) != null;
        if (wantedAgain) {
            submit(lane);
        } else if (notBefore != null) {
            wakeAt(lane, Duration.between(clock.instant(), notBefore));
        }
    }

    private void wakeAt(Lane lane, Duration pause) {
        try {
            var unused = alarm.schedule(() -> wake(lane), Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping");
        }
    }

    /** Statuses of this organisation wait. */
    void wakeStatuses(OrganisationId organisation) {
        if (running && statusTurns.add(organisation)) {
            try {
                workers.execute(() -> statusTurn(organisation));
            } catch (RejectedExecutionException stopping) {
                statusTurns.remove(organisation);
            }
        }
    }

    private void statusTurn(OrganisationId organisation) {
        statusTurns.remove(organisation);
        try {
            if (statusBatches.obtain().applySome(organisation)) {
                wakeStatuses(organisation);
            }
            statusesFail.over();
        } catch (RuntimeException failed) {
            statusesFail.met(failed);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        alarm.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Some steps did not end in time; they are repeated at the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and after it on the way down. */
    @Override
    public int getPhase() {
        return 1_000;
    }
}
