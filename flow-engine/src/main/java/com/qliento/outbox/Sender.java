package com.qliento.outbox;

import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.AccessToken;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.inbox.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final ConcurrentHashMap<Lane, SendLane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ChannelId, NumberGate> gates = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = threads();
    private final Channels channels;
    private final CloudApi api;
    private final SendRecords records;
    private final SendRules rules;
    private final Clock clock;
    private volatile boolean running;

    Sender(Channels channels, CloudApi api, SendRecords records, SendRules rules, Clock clock) {
        this.channels = channels;
        this.api = api;
        this.records = records;
        this.rules = rules;
        this.clock = clock;
    }

    private static ScheduledExecutorService threads() {
        var executor = new ScheduledThreadPoolExecutor(2, work -> {
            var thread = new Thread(work, "outbox-sender");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Takes messages of one or several contacts, in order, behind what it has of them already. */
    void offer(List<Ready> messages) {
        for (var message : messages) {
            var lane = with(message.lane(), l -> l.waiting.add(message));
            pump(lane);
        }
    }

    /** Takes what was left in the database for a contact, unless this node is at it already. */
    void offerLeft(Lane id, List<Ready> messages) {
        var lane = with(id, l -> {
            if (l.waiting.isEmpty() && !l.busy) {
                l.waiting.addAll(messages);
            }
        });
        pump(lane);
    }

    /** Whether this node has messages of this contact in its hands. */
    boolean has(Lane id) {
        var lane = lanes.get(id);
        if (lane == null) {
            return false;
        }
        synchronized (lane) {
            return lane.busy || !lane.waiting.isEmpty();
        }
    }

    /** A status settled the first message of this contact: no need to wait any longer. */
    void settledByStatus(Lane id) {
        var lane = lanes.get(id);
        if (lane != null) {
            synchronized (lane) {
                lane.pausedUntil = Instant.MIN;
                var head = lane.waiting.peek();
                if (!lane.busy && head != null && head.unsure()) {
                    lane.waiting.poll();
                }
            }
            pump(lane);
        }
    }

    private SendLane with(Lane id, java.util.function.Consumer<SendLane> change) {
        while (true) {
            var lane = lanes.computeIfAbsent(id, key -> new SendLane(key, rules.pairLimit()));
            synchronized (lane) {
                if (!lane.gone) {
                    change.accept(lane);
                    return lane;
                }
            }
        }
    }

    private NumberGate gate(SendLane lane) {
        return gates.computeIfAbsent(OutboxStore.channelOf(lane.lane), id -> rules.newGate());
    }

    /** Sends the lane's first message if it may go now; otherwise sees to it that somebody asks again. */
    private void pump(SendLane lane) {
        Ready head;
        var gate = gate(lane);
        synchronized (lane) {
            var now = clock.instant();
            head = lane.waiting.peek();
            if (lane.busy || lane.gone || !running) {
                return;
            }
            if (head == null) {
                forgetIfIdle(lane, now);
                return;
            }
            var next = lane.next(now);
            if (next.isAfter(now)) {
                alarm(next, () -> pump(lane));
                return;
            }
            var gateOpens = gate.enter(lane);
            if (gateOpens != null) {
                alarm(gateOpens, () -> pumpWaiting(gate));
                return;
            }
            lane.busy = true;
            lane.take(now);
        }
        begin(lane, head);
    }

    private void forgetIfIdle(SendLane lane, Instant now) {
        if (!lane.worthKeeping(now)) {
            lane.gone = true;
            lanes.remove(lane.lane, lane);
        }
    }

    private void pumpWaiting(NumberGate gate) {
        for (var lane = gate.nextWaiting(); lane != null; lane = gate.nextWaiting()) {
            pump(lane);
            var next = gate.alarm();
            if (next != null && next.isAfter(clock.instant())) {
                alarm(next, () -> pumpWaiting(gate));
                return;
            }
        }
    }

    private void begin(SendLane lane, Ready head) {
        if (rules.needsWindowCheck(head)) {
            threads.execute(() -> guarded(lane, () -> {
                var refused = rules.windowClosed(head);
                if (refused != null) {
                    settle(lane, refused);
                } else {
                    mark(lane, head);
                }
            }));
        } else {
            mark(lane, head);
        }
    }

    private void mark(SendLane lane, Ready head) {
        records.markSending(head).whenComplete((granted, failed) -> {
            if (failed != null) {
                retreat(lane, clock.instant().plus(DATABASE_PAUSE));
            } else if (granted) {
                guarded(lane, () -> call(lane, head));
            } else {
                abandon(lane);
            }
        });
    }

    private void call(SendLane lane, Ready head) {
        Channel channel;
        try {
            channel = channels.get(lane.lane.organisation(), OutboxStore.channelOf(lane.lane));
        } catch (com.qliento.problem.Problem disconnected) {
            settle(lane, Settlement.parked(head, "channel_disconnected", null));
            return;
        }
        var unused = api.send(channel.phoneNumberId(), new AccessToken(channel.accessToken()), head.json())
                .whenComplete((outcome, bug) -> guarded(lane, () -> {
                    if (bug != null) {
                        throw new IllegalStateException(bug);
                    }
                    settle(lane, rules.settlement(lane, gate(lane), head, outcome));
                }));
    }

    /** Records the outcome, again and again while the database is away: the call has been made and must not be forgotten. */
    private void settle(SendLane lane, Settlement settlement) {
        records.settle(settlement).whenComplete((done, failed) -> {
            if (failed != null) {
                LOG.warn("The outcome of message {} can't be recorded yet", settlement.id());
                alarm(clock.instant().plus(DATABASE_PAUSE), () -> settle(lane, settlement));
            } else {
                finish(lane, settlement);
            }
        });
    }

    private void finish(SendLane lane, Settlement settlement) {
        synchronized (lane) {
            lane.busy = false;
            if (settlement.settled()) {
                lane.waiting.poll();
            } else {
                replaceHead(lane, settlement);
            }
        }
        leave(lane);
        pump(lane);
    }

    private static void replaceHead(SendLane lane, Settlement settlement) {
        var head = settlement.message();
        var rest = List.copyOf(lane.waiting).subList(1, lane.waiting.size());
        lane.waiting.clear();
        lane.waiting.add(new Ready(
                head.id(),
                head.lane(),
                head.json(),
                head.freeUntil(),
                head.attempts() + 1,
                settlement.state().equals("unsure"),
                settlement.next()));
        lane.waiting.addAll(rest);
    }

    private void leave(SendLane lane) {
        var gate = gate(lane);
        var next = gate.leave();
        if (next != null) {
            pump(next);
        }
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
            lane.busy = false;
            lane.waiting.clear();
            lane.gone = true;
            lanes.remove(lane.lane, lane);
        }
        leave(lane);
    }

    private void guarded(SendLane lane, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unexpected) {
            LOG.error("A message could not be sent; it stays queued", unexpected);
            abandon(lane);
        }
    }

    private void alarm(Instant time, Runnable work) {
        if (time.equals(Instant.MAX)) {
            return;
        }
        long millis = Math.max(1, Duration.between(clock.instant(), time).toMillis());
        try {
            var unused = threads.schedule(work, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping");
        }
    }

    /** Shares the numbers' rates among this many nodes. */
    void shareAmong(int nodes) {
        gates.values().forEach(gate -> gate.setRate(rules.ratePerNode(nodes)));
    }

    /** Whether nothing is in the air or waiting to go. */
    boolean quiet() {
        return lanes.values().stream().noneMatch(lane -> has(lane.lane));
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
        while (inTheAir() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        threads.shutdownNow();
    }

    private boolean inTheAir() {
        return lanes.values().stream().anyMatch(lane -> {
            synchronized (lane) {
                return lane.busy;
            }
        });
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
