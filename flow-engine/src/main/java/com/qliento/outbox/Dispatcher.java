package com.qliento.outbox;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.inbox.Lane;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends: one message of a contact at a time, as many contacts as the number may serve. Waits for nothing on a thread.
 * Keeps in memory what it is about to send; the rows are the truth, and {@link OutboxSweep} brings back what is lost
 * here.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final int MOST_LANES = 50_000;
    private static final String NOWHERE = "no_usable_address";

    private final SendLanes lanes;
    private final ScheduledExecutorService threads = threads();
    private final Channels channels;
    private final MessageCalls calls;
    private final SendRecords records;
    private final SendRules rules;
    private final Clock clock;
    private volatile boolean running;

    Dispatcher(Channels channels, MessageCalls calls, SendRecords records, SendRules rules, Clock clock) {
        this.channels = channels;
        this.calls = calls;
        this.records = records;
        this.rules = rules;
        this.clock = clock;
        this.lanes = new SendLanes(rules, MOST_LANES);
    }

    private static ScheduledExecutorService threads() {
        var executor = new ScheduledThreadPoolExecutor(2, work -> {
            var thread = new Thread(work, "outbox-dispatcher");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /**
     * Takes messages of one or several contacts, in order, behind what it has of them already. What there is no room for
     * stays in the database until the sweep brings it.
     */
    void offer(List<Ready> messages) {
        for (var message : messages) {
            pumpIfAny(lanes.with(message.lane(), message.reply(), lane -> lane.add(message)));
        }
    }

    /** Takes what was left in the database for a contact, unless this node is at it already. */
    void offerLeft(Lane id, List<Ready> messages) {
        boolean reply = messages.stream().anyMatch(Ready::reply);
        pumpIfAny(lanes.with(id, reply, lane -> lane.addLeft(messages)));
    }

    private void pumpIfAny(@Nullable SendLane lane) {
        if (lane != null) {
            pump(lane);
        }
    }

    /** Whether this node has messages of this contact in its hands. */
    boolean has(Lane id) {
        var lane = lanes.find(id);
        if (lane == null) {
            return false;
        }
        synchronized (lane) {
            return lane.busy || lane.head() != null;
        }
    }

    /** A status settled this message: no need to wait for it any longer. */
    void settledByStatus(Lane id, UUID message) {
        var lane = lanes.find(id);
        if (lane != null) {
            synchronized (lane) {
                lane.settled(message);
            }
            pump(lane);
        }
    }

    /** Sends the lane's first message if it may go now; otherwise sees to it that somebody asks again. */
    private void pump(SendLane lane) {
        Ready head;
        boolean entered;
        synchronized (lane) {
            head = readyToAsk(lane);
            if (head == null) {
                lane.gate.withdraw(lane);
                return;
            }
            entered = lane.gate.enter(lane);
            if (entered) {
                lane.begin(clock.instant());
            }
        }
        if (entered) {
            begin(lane, head);
        } else {
            watch(lane.gate);
        }
    }

    /** The message that may go as far as its contact is concerned; null when none may now. */
    private @Nullable Ready readyToAsk(SendLane lane) {
        if (lane.busy || lane.gone || !running) {
            return null;
        }
        var now = clock.instant();
        if (!lane.worthKeeping(now)) {
            lanes.forget(lane);
            return null;
        }
        var head = lane.head();
        var next = lane.next(now);
        if (head != null && next.isAfter(now)) {
            if (lane.alarm(next)) {
                alarm(next, () -> {
                    synchronized (lane) {
                        lane.woken(next);
                    }
                    pump(lane);
                });
            }
            return null;
        }
        return head;
    }

    /** Lets those go that wait and may; each of them enters or withdraws, so this ends. */
    private void pumpWaiting(NumberGate gate) {
        for (var lane = gate.first(); lane != null; lane = gate.first()) {
            pump(lane);
        }
        watch(gate);
    }

    private void watch(NumberGate gate) {
        var next = gate.alarm();
        if (next != null) {
            alarm(next, () -> {
                gate.woken(next);
                pumpWaiting(gate);
            });
        }
    }

    private void begin(SendLane lane, Ready head) {
        if (!rules.needsWindowCheck(head)) {
            mark(lane, head);
            return;
        }
        threads.execute(() -> {
            try {
                var refused = rules.held(head);
                if (refused != null) {
                    settle(lane, refused);
                } else {
                    mark(lane, head);
                }
            } catch (RuntimeException away) {
                LOG.warn("The customer's window of message {} can't be asked yet", head.id());
                retreat(lane, clock.instant().plus(DATABASE_PAUSE));
            }
        });
    }

    private void mark(SendLane lane, Ready head) {
        tellBugs(records.markSending(head).handle((granted, failed) -> {
            if (failed != null) {
                retreat(lane, clock.instant().plus(DATABASE_PAUSE));
            } else if (granted != null) {
                call(lane, granted);
            } else {
                abandon(lane);
            }
            return lane;
        }));
    }

    private void call(SendLane lane, Ready head) {
        if (head.isToNobody()) {
            settle(lane, Settlement.parked(head, NOWHERE, null));
            return;
        }
        if (head.refusal() != null) {
            settle(lane, Settlement.refused(head, head.refusal()));
            return;
        }
        Channel channel;
        try {
            channel = channels.get(lane.lane.organisation(), OutboxStore.channelOf(lane.lane));
        } catch (Problem disconnected) {
            settle(lane, Settlement.parked(head, "channel_disconnected", null));
            return;
        } catch (RuntimeException away) {
            LOG.warn("The channel of message {} can't be asked yet", head.id());
            settle(lane, Settlement.again(head, clock.instant().plus(DATABASE_PAUSE), null));
            return;
        }
        try {
            var unused = calls.send(channel, head)
                    .thenApply(outcome -> rules.settlement(lane, head, outcome))
                    .exceptionally(bug -> unexpected(lane, head, bug))
                    .thenAccept(settlement -> settle(lane, settlement));
        } catch (RuntimeException bug) {
            settle(lane, unexpected(lane, head, bug));
        }
    }

    private Settlement unexpected(SendLane lane, Ready head, Throwable bug) {
        LOG.error("Whether message {} was sent is not known: unexpected", head.id(), bug);
        return rules.unsure(lane, head);
    }

    /** Records the outcome, again and again while the database is away: the call has been made and must not be forgotten. */
    private void settle(SendLane lane, Settlement settlement) {
        tellBugs(records.settle(settlement).handle((done, failed) -> {
            if (failed != null) {
                LOG.warn("The outcome of message {} can't be recorded yet", settlement.id());
                alarm(clock.instant().plus(DATABASE_PAUSE), () -> settle(lane, settlement));
            } else {
                finish(lane, settlement);
            }
            return lane;
        }));
    }

    /** Nobody waits for this work, so what goes wrong in it is told here or never. */
    private static void tellBugs(CompletableFuture<SendLane> work) {
        var unused = work.exceptionally(bug -> {
            LOG.error("Sending stopped for a contact: unexpected", bug);
            return null;
        });
    }

    private void finish(SendLane lane, Settlement settlement) {
        synchronized (lane) {
            lane.end(settlement);
        }
        leave(lane);
        pump(lane);
    }

    private void leave(SendLane lane) {
        lane.gate.leave();
        pumpWaiting(lane.gate);
    }

    /** Not now: the same message is tried again after a pause. */
    private void retreat(SendLane lane, Instant until) {
        synchronized (lane) {
            lane.busy = false;
            lane.pausedUntil = until;
        }
        leave(lane);
        pump(lane);
    }

    /** Somebody else has it, or has something before it: forget all of it, the sweep brings back what is left. */
    private void abandon(SendLane lane) {
        synchronized (lane) {
            lane.clear();
            lanes.forget(lane);
        }
        leave(lane);
    }

    private void alarm(Instant time, Runnable work) {
        long nanos = Math.max(1_000_000, Duration.between(clock.instant(), time).toNanos());
        try {
            var unused = threads.schedule(work, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping");
        }
    }

    /**
     * Shares the numbers' rates among this many nodes, forgets what is done, and asks again for all that waits: the clock
     * may have been set forward, which alarms do not notice.
     */
    void lookAgain(int nodes) {
        lanes.shareAmong(nodes);
        lanes.gates().forEach(this::pumpWaiting);
        lanes.all().forEach(this::pump);
        lanes.tidyGates();
    }

    /** How many contacts and numbers are in memory. */
    int size() {
        return lanes.all().size() + lanes.gates().size();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Begins nothing new and waits for what is in the air, so that the next start need not wonder about it. */
    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + STOP_WAIT.toNanos();
        while (lanes.any(lane -> lane.busy) && System.nanoTime() < end) {
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
