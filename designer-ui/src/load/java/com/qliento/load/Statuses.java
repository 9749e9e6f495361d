package com.qliento.load;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Posts sent, delivered and read for every reply, each in a webhook of its own as Meta does, when that was asked for.
 */
final class Statuses {
    private static final int POSTERS = 16;
    private static final int RETRY_MILLIS = 500;

    private record Reply(GraphCall call, String wamid) {}

    private final Options options;
    private final Clock clock;
    private final Map<String, Channel> channels;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final LongAdder posted = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Statuses(Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.channels =
                options.channels().stream().collect(Collectors.toMap(Channel::phoneNumberId, Function.identity()));
        for (int i = 0; options.statuses() && i < POSTERS; i++) {
            int first = i;
            var poster = new Thread(() -> work(first), "statuses");
            poster.setDaemon(true);
            poster.start();
        }
    }

    void happened(GraphCall call, String wamid) {
        if (options.statuses() && channels.containsKey(call.phoneNumberId())) {
            waiting.incrementAndGet();
            replies.add(new Reply(call, wamid));
        }
    }

    /** Waits until everything that happened was posted, or given up; not longer than the patience lasts. */
    void finish(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    long posted() {
        return posted.sum();
    }

    /** Status webhooks that were not answered 200, counting every try. */
    long refused() {
        return refused.sum();
    }

    private void work(int first) {
        try (var door = new WebhookDoor(options.urls(), first)) {
            while (true) {
                Reply reply = replies.take();
                for (String status : List.of("sent", "delivered", "read")) {
                    post(door, reply, status);
                }
                waiting.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(WebhookDoor door, Reply reply, String status) throws InterruptedException {
        GraphCall call = reply.call();
        Channel channel = channels.get(call.phoneNumberId());
        if (channel == null) {
            return;
        }
        WebhookBody webhook = WebhookBody.status(
                channel,
                new WebhookBody.Status(
                        call.recipient(),
                        reply.wamid(),
                        status,
                        clock.instant().getEpochSecond(),
                        call.callbackData()));
        while (!door.post(webhook).equals("200")) {
            refused.increment();
            if (!options.survive()) {
                return;
            }
            Thread.sleep(RETRY_MILLIS);
        }
        posted.increment();
    }
}
