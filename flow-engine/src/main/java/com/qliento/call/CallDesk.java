package com.qliento.call;

import com.qliento.problem.Redacted;
import com.qliento.vault.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes calls: as many at once as a line's gate lets through, each once its mark is durable. Waits for nothing on a thread.
 * Keeps in memory which calls it is at; the rows are the truth, and {@link CallSweep} brings back what is lost here.
 */
@Component
class CallDesk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final Callees callees;
    private final CallGates gates;
    private final CallRecords records;
    private final CallSeals seals;
    private final Clock clock;
    private final Map<Ticket, CompletableFuture<CallOutcome>> underWay = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = threads();
    private volatile boolean running;

    CallDesk(Callees callees, CallRecords records, CallSeals seals, Clock clock) {
        this.callees = callees;
        this.gates = new CallGates(callees);
        this.records = records;
        this.seals = seals;
        this.clock = clock;
    }

    private static ScheduledExecutorService threads() {
        var executor = new ScheduledThreadPoolExecutor(2, work -> {
            var thread = new Thread(work, "call-desk");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Takes a call that is due. One that there is no room for stays in the database until the sweep brings it. */
    void offer(Ticket ticket) {
        if (!running) {
            return;
        }
        var gate = gates.take(ticket);
        if (gate != null) {
            pump(gate);
        }
    }

    void forget(UUID id) {
        gates.forget(id);
    }

    boolean has(UUID id) {
        return gates.has(id);
    }

    int size() {
        return gates.underWayOrWaiting();
    }

    /** Asks again for all that waits: the clock may have been set forward, which alarms do not notice. */
    void lookAgain() {
        var now = clock.instant();
        underWay.forEach((ticket, call) -> {
            if (!ticket.deadline().isAfter(now)) {
                call.completeExceptionally(new TimeoutException());
            }
        });
        gates.all().forEach(this::pump);
        gates.tidy(now);
    }

    private void pump(CallGate gate) {
        var now = clock.instant();
        for (var late : gate.tooLate(now)) {
            mark(gate, late, tooLate(gate, late, now));
        }
        for (var next = gate.enter(now); next != null; next = gate.enter(now)) {
            mark(gate, next, null);
        }
        var alarm = gate.alarm(now);
        if (alarm != null) {
            alarm(alarm, () -> {
                gate.woken(alarm);
                pump(gate);
            });
        }
    }

    /** What came to its deadline while it waited timed out; what would come to it while its target is left in peace fails now. */
    private static CallOutcome tooLate(CallGate gate, Ticket late, Instant now) {
        return late.deadline().isAfter(now) && gate.peaceUntil(now) != null
                ? CallOutcome.failed("unavailable")
                : new CallOutcome.TimedOut();
    }

    /** @param foregone what it comes to without being made; null when it is made. Only the latter has a place at the gate */
    private void mark(CallGate gate, Ticket ticket, @Nullable CallOutcome foregone) {
        tellBugs(records.mark(ticket).handle((marked, failed) -> {
            if (failed != null) {
                // It stays queued, as far as this node knows, and comes again.
                over(gate, ticket, foregone == null, null);
                alarm(clock.instant().plus(DATABASE_PAUSE), () -> offer(ticket));
            } else if (marked == null) {
                over(gate, ticket, foregone == null, null);
            } else if (foregone != null) {
                settle(gate, new Settled(marked, foregone, null, clock.instant()), false);
            } else {
                call(gate, marked);
            }
            return gate;
        }));
    }

    private void call(CallGate gate, Marked marked) {
        var callee = callees.find(marked.ticket().line().kind());
        if (marked.unsure() || callee == null) {
            var outcome = CallOutcome.failed(callee == null ? "unknown-kind" : "unsure");
            settle(gate, new Settled(marked, outcome, null, clock.instant()), true);
            return;
        }
        CompletableFuture<CallOutcome> making;
        try {
            making = callee.make(made(marked));
        } catch (Unreadable erased) {
            making = CompletableFuture.completedFuture(CallOutcome.failed("unreadable"));
        } catch (RuntimeException bug) {
            making = CompletableFuture.failedFuture(bug);
        }
        await(gate, marked, making);
    }

    /** Waits for the outcome until the deadline, by the clock or by time that passes, whichever tells it first. */
    private void await(CallGate gate, Marked marked, CompletableFuture<CallOutcome> making) {
        var ticket = marked.ticket();
        var patience = Duration.between(clock.instant(), ticket.deadline());
        var bounded = making.copy().orTimeout(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        underWay.put(ticket, bounded);
        tellBugs(bounded.handle((outcome, failed) -> {
            underWay.remove(ticket);
            if (failed != null) {
                making.cancel(true);
            }
            settle(gate, settled(marked, failed == null ? outcome : failure(marked, failed)), true);
            return gate;
        }));
    }

    private Callee.Made made(Marked marked) {
        return new Callee.Made(
                marked.ticket().id(),
                marked.ticket().line().organisation(),
                marked.lane(),
                marked.conversation(),
                seals.request(marked),
                marked.ticket().deadline(),
                marked.attempt());
    }

    private static CallOutcome failure(Marked marked, Throwable failed) {
        var cause = failed instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failed;
        if (cause instanceof TimeoutException) {
            return new CallOutcome.TimedOut();
        }
        LOG.error("Call {} failed: unexpected", marked.ticket().id(), Redacted.of(cause));
        return CallOutcome.failed("unexpected");
    }

    /** What it comes to: made again when the callee says so and its deadline allows it. */
    private Settled settled(Marked marked, CallOutcome outcome) {
        var now = clock.instant();
        if (outcome instanceof CallOutcome.Again again) {
            var next = now.plus(again.after());
            return next.isBefore(marked.ticket().deadline())
                    ? new Settled(marked, again, next, now)
                    : new Settled(marked, CallOutcome.trouble(again.code()), null, now);
        }
        return new Settled(marked, outcome, null, now);
    }

    /** Records the outcome, again and again while the database is away: the call has been made and must not be forgotten. */
    private void settle(CallGate gate, Settled settled, boolean inside) {
        tellBugs(records.settle(settled).handle((done, failed) -> {
            var ticket = settled.call().ticket();
            if (failed != null) {
                LOG.warn("The outcome of call {} can't be recorded yet", ticket.id());
                alarm(clock.instant().plus(DATABASE_PAUSE), () -> settle(gate, settled, inside));
                return gate;
            }
            over(gate, ticket, inside, OutcomeWord.of(settled.outcome()).trouble());
            if (settled.next() != null) {
                alarm(settled.next(), () -> offer(ticket));
            }
            return gate;
        }));
    }

    private void over(CallGate gate, Ticket ticket, boolean inside, @Nullable Boolean trouble) {
        gates.drop(ticket.id());
        if (inside) {
            gate.leave(trouble, clock.instant());
        }
        pump(gate);
    }

    /** Nobody waits for this work, so what goes wrong in it is told here or never. */
    private static void tellBugs(CompletableFuture<CallGate> work) {
        var unused = work.exceptionally(bug -> {
            LOG.error("Calls stopped for a line: unexpected", Redacted.of(bug));
            return null;
        });
    }

    private void alarm(Instant time, Runnable work) {
        long nanos = Math.max(1_000_000, Duration.between(clock.instant(), time).toNanos());
        try {
            var unused = threads.schedule(work, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Begins nothing new and waits for what is under way, so that the next start need not wonder about it. */
    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + STOP_WAIT.toNanos();
        while (gates.all().stream().anyMatch(CallGate::busy) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the inbox, and after it on the way down. */
    @Override
    public int getPhase() {
        return 900;
    }
}
