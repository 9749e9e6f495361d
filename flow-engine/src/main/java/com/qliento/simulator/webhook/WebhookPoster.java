package com.qliento.simulator.webhook;

import com.qliento.simulator.OnlyInDemo;
import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Posts webhooks over HTTP, signed, in the background. Webhooks of one lane go in order, one at a time, and each is tried
 * until it is taken or given up; lanes do not wait for each other. Delivered at least once while the process lives,
 * nothing survives it.
 */
@OnlyInDemo
@Component
public final class WebhookPoster {

    /**
     * @param lane webhooks of the same lane keep their order
     * @param secret signs the body
     */
    public record Webhook(String lane, String secret, byte[] body, WebhookListener listener) {

        @Override
        public String toString() {
            return "Webhook[" + body.length + " bytes]";
        }
    }

    private final Map<String, Queue<Webhook>> lanes = new HashMap<>();
    private final WebhookCall call;
    private final WebhookNews news;
    private final WebhookSettings.Webhooks settings;
    private final ScheduledThreadPoolExecutor workers;
    private int waiting;

    WebhookPoster(WebhookCall call, WebhookNews news, WebhookSettings settings) {
        this.call = call;
        this.news = news;
        this.settings = settings.webhooks();
        this.workers = new ScheduledThreadPoolExecutor(this.settings.inFlight(), task -> {
            var thread = new Thread(task, "simulator-webhooks");
            thread.setDaemon(true);
            return thread;
        });
        workers.setRemoveOnCancelPolicy(true);
    }

    /** Queues a webhook; false, and nothing happens, when the queue is full. */
    public synchronized boolean post(Webhook webhook) {
        if (waiting >= settings.queue()) {
            news.dropped();
            return false;
        }
        waiting++;
        Queue<Webhook> lane = lanes.get(webhook.lane());
        if (lane == null) {
            lane = new ArrayDeque<>();
            lanes.put(webhook.lane(), lane);
            workers.execute(() -> attempt(webhook.lane(), 1));
        }
        lane.add(webhook);
        return true;
    }

    private void attempt(String lane, int attempt) {
        Webhook webhook = head(lane);
        int httpStatus = call.post(webhook.secret(), webhook.body());
        if (httpStatus == WebhookCall.TAKEN) {
            news.taken();
            webhook.listener().taken();
            next(lane);
            return;
        }
        boolean last = attempt >= settings.attempts();
        news.refused(httpStatus, last);
        webhook.listener().refused(httpStatus, attempt, last);
        if (last) {
            next(lane);
        } else {
            var unused = workers.schedule(
                    () -> attempt(lane, attempt + 1),
                    settings.pauseAfter(attempt).toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Webhook head(String lane) {
        return lanes.getOrDefault(lane, new ArrayDeque<>()).element();
    }

    private synchronized void next(String lane) {
        Queue<Webhook> queue = lanes.getOrDefault(lane, new ArrayDeque<>());
        queue.remove();
        waiting--;
        if (queue.isEmpty()) {
            lanes.remove(lane);
        } else {
            workers.execute(() -> attempt(lane, 1));
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
