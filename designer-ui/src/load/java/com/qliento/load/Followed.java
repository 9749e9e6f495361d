package com.qliento.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Begins runs on nodes that are killed meanwhile, and follows each that was taken to its end: it answers with the order it
 * was given, and with what another system said that the order was. Prints what became of them, as JSON. Exit code 0: all of
 * them answered, and rightly.
 */
public final class Followed {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FOLLOWED_FOR = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();
    private final List<String> nodes;
    private final String flow;
    private final String key;

    private enum End {
        RIGHT,
        WRONG,
        WITHOUT_ANSWER,
        NEVER
    }

    private Followed(List<String> nodes, String flow, String key) {
        this.nodes = nodes;
        this.flow = flow;
        this.key = key;
    }

    /** {@code NODE[,NODE] FLOW ORDER PER_SECOND SECONDS KEY}: the orders are this one and a number. */
    public static void main(String... given) throws InterruptedException {
        var followed = new Followed(List.of(given[0].split(",", -1)), given[1], given[5]);
        followed.begin(given[2], Integer.parseInt(given[3]), Integer.parseInt(given[4]));
        System.err.println(followed.taken.size() + " runs were taken");
        var ends = followed.ends();
        System.out.printf(
                Locale.ROOT,
                "{\"taken\":%d,\"refused\":%d,\"right\":%d,\"wrong\":%d,\"withoutAnswer\":%d,\"never\":%d}%n",
                followed.taken.size(),
                followed.refused.get(),
                ends.getOrDefault(End.RIGHT, 0),
                ends.getOrDefault(End.WRONG, 0),
                ends.getOrDefault(End.WITHOUT_ANSWER, 0),
                ends.getOrDefault(End.NEVER, 0));
        System.exit(ends.getOrDefault(End.RIGHT, 0) == followed.taken.size() ? 0 : 1);
    }

    private void begin(String order, int perSecond, int seconds) {
        long begin = System.nanoTime();
        for (long n = 0; n < (long) perSecond * seconds; n++) {
            LockSupport.parkNanos(begin + n * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime());
            var one = order + "-" + n;
            var node = nodes.get((int) (n % nodes.size()));
            var request = request(node, "/api/v1/flows/" + flow + "/start")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"values\":{\"order\":\"" + one + "\"}}"))
                    .build();
            client.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failed) -> heard(one, answer));
        }
        LockSupport.parkNanos(PATIENCE.toNanos());
    }

    private HttpRequest.Builder request(String node, String path) {
        return HttpRequest.newBuilder(URI.create(node + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    private void heard(String order, HttpResponse<String> answer) {
        if (answer == null || answer.statusCode() != 202) {
            refused.incrementAndGet();
            return;
        }
        var id = ID.matcher(answer.body());
        if (id.find()) {
            taken.put(id.group(1), order);
        }
    }

    private Map<End, Integer> ends() throws InterruptedException {
        var ends = new EnumMap<End, Integer>(End.class);
        long until = System.nanoTime() + FOLLOWED_FOR.toNanos();
        for (var one : taken.entrySet()) {
            ends.merge(end(one.getKey(), one.getValue(), until), 1, Integer::sum);
        }
        return ends;
    }

    private End end(String id, String order, long until) throws InterruptedException {
        do {
            for (var node : nodes) {
                var run = read(node, id);
                if (run.contains("\"state\":\"ended\"") || run.contains("\"state\":\"failed\"")) {
                    return judge(run, order);
                }
            }
            Thread.sleep(200);
        } while (System.nanoTime() < until);
        return End.NEVER;
    }

    private static End judge(String run, String order) {
        if (!run.contains("\"answer\":")) {
            return End.WITHOUT_ANSWER;
        }
        return run.contains("\"got\":\"" + order + "\"") && run.contains("\"heard\":\"" + order + "\"")
                ? End.RIGHT
                : End.WRONG;
    }

    private String read(String node, String id) throws InterruptedException {
        try {
            var answer = client.send(request(node, "/api/v1/runs/" + id).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException away) {
            return "";
        }
    }
}
