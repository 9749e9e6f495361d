package com.qliento.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * A tenant whose flows are there to hurt: values that grow with each step, a formula that makes millions of texts, two
 * flows that are published at one moment and call each other. Its customers write to them all the time. {@code
 * HostileTenant BASE-URL PHONE-NUMBER-ID APP-SECRET API-KEY SECONDS}; prints what came of it.
 */
public final class HostileTenant {

    private static final int CUSTOMERS = 8;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(250);
    private static final Duration BETWEEN_PUBLISHINGS = Duration.ofSeconds(3);
    /** Long, and still an answer that is taken: what is made of it can't be known when the flow is published. */
    private static final String ANSWER = "an answer, as people write it who have much to say ".repeat(10);

    private static final Pattern STATE = Pattern.compile("\"(?:state|reason|rule)\":\"[^\"]{1,90}");

    private final String base;
    private final Channel channel;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock = Clock.systemUTC();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    private HostileTenant(String base, Channel channel, String key) {
        this.base = base;
        this.channel = channel;
        this.key = key;
    }

    /** Exit code 0 unless two flows that call each other were published at one moment. */
    public static void main(String... words) throws IOException, InterruptedException {
        var tenant = new HostileTenant(words[0], new Channel(words[1], words[2]), words[3]);
        tenant.moveIn();
        tenant.run(Duration.ofSeconds(Long.parseLong(words[4])));
        tenant.countLastMessages();
        System.out.println("hostile tenant, by what came of it: " + new TreeMap<>(tenant.outcomes));
        System.exit(tenant.outcomes.containsKey("both published") ? 1 : 0);
    }

    private void moveIn() throws IOException, InterruptedException {
        call("POST", "channels", "application/json", """
                {"phoneNumberId": "%s", "displayNumber": "15550009999", "appSecret": "%s", "verifyToken": "v",
                 "accessToken": "t"}""".formatted(channel.phoneNumberId(), channel.appSecret()));
        publish("growing", HostileFlows.growing("growing", 8)); // refused, since it could never be run
        publish("grown", HostileFlows.growing("grown", 4));
        publish("formula", HostileFlows.formula("formula"));
        publish("ping", HostileFlows.ends("ping"));
        publish("pong", HostileFlows.ends("pong"));
        save("ping", HostileFlows.calls("ping", "pong"));
        save("pong", HostileFlows.calls("pong", "ping"));
    }

    private void publish(String flow, String bpmn) throws IOException, InterruptedException {
        save(flow, bpmn);
        int status = call("POST", "flows/" + flow + "/publish?anyway=true", "application/json", "{}");
        count("publish " + flow + " " + status);
    }

    private void save(String flow, String bpmn) throws IOException, InterruptedException {
        int status = call("POST", "flows?key=" + flow, "application/xml", bpmn);
        if (status != 201) {
            throw new IOException("the draft of " + flow + " was answered " + status);
        }
    }

    private int call(String method, String path, String type, String body) throws IOException, InterruptedException {
        return http.send(request(method, path, type, body), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String method, String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private void run(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CUSTOMERS; i++) {
            long number = 4_917_600_000_000L + i;
            threads.add(new Thread(() -> write(number, end), "hostile customer " + i));
        }
        threads.add(new Thread(() -> publishTogether(end), "publisher"));
        for (var thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
        for (var thread : threads) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    /** Each flow in turn, and an answer to what it asks. */
    private void write(long number, long end) {
        try (var door = new WebhookDoor(List.of(URI.create(base + "/webhooks/whatsapp")), 0)) {
            var texts = List.of("grown", ANSWER, "formula", ANSWER, "ping", "growing", ANSWER, "pong");
            for (int i = 0; System.nanoTime() < end; i++) {
                var text = new WebhookBody.Text(
                        number,
                        "wamid.HOSTILE" + number + "-" + System.nanoTime(),
                        clock.instant().getEpochSecond(),
                        texts.get(i % texts.size()));
                count("message " + door.post(WebhookBody.texts(channel, List.of(text))));
                Thread.sleep(BETWEEN_MESSAGES.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishTogether(long end) {
        try {
            while (System.nanoTime() < end) {
                var both = List.of("ping", "pong").stream()
                        .map(flow ->
                                request("POST", "flows/" + flow + "/publish?anyway=true", "application/json", "{}"))
                        .map(request -> http.sendAsync(request, BodyHandlers.discarding()))
                        .toList();
                long published = both.stream()
                        .map(answer -> answer.handle((done, failed) -> failed == null ? done.statusCode() : 0)
                                .join())
                        .filter(status -> status == 200)
                        .count();
                count(published == 2 ? "both published" : published + " of two published");
                Thread.sleep(BETWEEN_PUBLISHINGS.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of the last messages: that the flows ran, and what stopped them. */
    private void countLastMessages() throws IOException, InterruptedException {
        var messages = http.send(request("GET", "messages?limit=200", "application/json", ""), BodyHandlers.ofString());
        STATE.matcher(messages.body()).results().forEach(state -> count("of the last " + state.group()));
    }

    private void count(String what) {
        outcomes.computeIfAbsent(what, unknown -> new LongAdder()).increment();
    }
}
