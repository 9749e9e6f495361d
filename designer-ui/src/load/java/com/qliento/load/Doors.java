package com.qliento.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts bodies, each of them new, to one address: as fast as so many callers get answers, or so many a second. Prints what
 * was answered how fast, as JSON. Exit code 0: nothing but answers of the 200s.
 */
public final class Doors {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong number = new AtomicLong(System.nanoTime());
    private final TreeMap<Integer, Long> answers = new TreeMap<>();
    private final Histogram times = new Histogram();
    private final URI address;
    private final String kind;
    private final String key;
    private volatile long countsFrom;

    private Doors(URI address, String kind, String key) {
        this.address = address;
        this.kind = kind;
        this.key = key;
    }

    /** {@code hook|whatsapp|rest ADDRESS CALLERS PER_SECOND WARMUP SECONDS KEY}; no bound by 0 a second. */
    public static void main(String... given) throws InterruptedException {
        var doors = new Doors(URI.create(given[1]), given[0], given[6]);
        int callers = Integer.parseInt(given[2]);
        int rate = Integer.parseInt(given[3]);
        int warmUp = Integer.parseInt(given[4]);
        int seconds = Integer.parseInt(given[5]);
        doors.run(callers, rate, warmUp, seconds);
        System.out.println(doors.report(seconds));
        System.exit(doors.answers.keySet().stream().allMatch(status -> status / 100 == 2) ? 0 : 1);
    }

    private void run(int callers, int rate, int warmUp, int seconds) throws InterruptedException {
        var free = new Semaphore(callers);
        long begin = System.nanoTime();
        countsFrom = begin + TimeUnit.SECONDS.toNanos(warmUp);
        long end = countsFrom + TimeUnit.SECONDS.toNanos(seconds);
        for (long sent = 0; System.nanoTime() < end; sent++) {
            if (rate > 0) {
                long due = begin + sent * TimeUnit.SECONDS.toNanos(1) / rate;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            free.acquire();
            long at = System.nanoTime();
            client.sendAsync(request(), BodyHandlers.discarding()).whenComplete((answer, failed) -> {
                free.release();
                heard(answer, at);
            });
        }
        free.tryAcquire(callers, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void heard(HttpResponse<Void> answer, long at) {
        if (at < countsFrom) {
            return;
        }
        times.record(System.nanoTime() - at);
        synchronized (answers) {
            answers.merge(answer == null ? 0 : answer.statusCode(), 1L, Long::sum);
        }
    }

    private HttpRequest request() {
        long one = number.incrementAndGet();
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", "application/json");
        if (kind.equals("whatsapp")) {
            var text = new WebhookBody.Text(
                    34_600_000_000L + one % 1000,
                    "wamid." + one,
                    System.currentTimeMillis() / 1000,
                    "nothing starts " + one);
            var body = WebhookBody.texts(new Channel("106540352242922", key), List.of(text));
            return request.header("X-Hub-Signature-256", body.signature())
                    .POST(BodyPublishers.ofByteArray(body.json()))
                    .build();
        }
        if (kind.equals("rest")) {
            return request.header("Authorization", "Bearer " + key)
                    .POST(BodyPublishers.ofString("{\"values\":{\"order\":\"A-" + one + "\"}}"))
                    .build();
        }
        return request.POST(BodyPublishers.ofString("{\"order\":\"A-" + one + "\"}"))
                .build();
    }

    private String report(int seconds) {
        return String.format(
                Locale.ROOT,
                "{\"answers\":\"%s\",\"perSecond\":%.1f,\"p50\":%.1f,\"p95\":%.1f,\"p99\":%.1f}",
                answers,
                (double) times.count() / seconds,
                times.millis(0.5),
                times.millis(0.95),
                times.millis(0.99));
    }
}
