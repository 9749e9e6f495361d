package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What publishing large tables costs everybody else, and how soon a table that was unloaded decides again, in the running
 * application with PostgreSQL. Run its main by hand.
 */
final class DecisionSpeed {

    private static final int CUSTOMERS = 8;
    private static final int ORGANISATIONS = 1_000;

    private final Scene scene = Scene.shared();
    private final Map<String, CompletableFuture<Long>> heard = new ConcurrentHashMap<>();

    private DecisionSpeed() {
        new FlowText("speed", "hello").says("greet", "Good day.").ends().publish(scene);
        scene.sink().answers(message -> {
            CompletableFuture<Long> waiting = heard.get(message.path("to").asText());
            if (waiting != null) {
                waiting.complete(System.nanoTime());
            }
            return GraphSink.Answer.accepted();
        });
    }

    public static void main(String[] arguments) throws InterruptedException {
        var speed = new DecisionSpeed();
        speed.publishing();
        speed.unloading();
        System.exit(0);
    }

    private void publishing() throws InterruptedException {
        var first = OtherOrganisation.in(scene);
        first.call("POST", "/api/v1/decisions?key=large", table(1_000, 0), "application/xml");
        long begin = System.nanoTime();
        first.call("POST", "/api/v1/decisions/large/publish", "");
        tell("publishing 1,000 rows as the first thing after the start", List.of((System.nanoTime() - begin) / 1e6));
        replies(Duration.ofSeconds(20));
        tell("replies while nobody publishes", replies(Duration.ofSeconds(20)));
        var shop = OtherOrganisation.in(scene);
        List<Double> published = Collections.synchronizedList(new ArrayList<>());
        var going = new AtomicBoolean(true);
        var publisher = new Thread(() -> {
            for (int i = 0; going.get(); i++) {
                shop.call("POST", "/api/v1/decisions?key=large", table(1_000, i), "application/xml");
                long begun = System.nanoTime();
                int status =
                        shop.call("POST", "/api/v1/decisions/large/publish", "").statusCode();
                if (status != 200) {
                    throw new IllegalStateException("publishing answered " + status);
                }
                published.add((System.nanoTime() - begun) / 1e6);
            }
        });
        publisher.start();
        List<Double> busy = replies(Duration.ofSeconds(20));
        going.set(false);
        publisher.join();
        tell("replies while another publishes 1,000 rows again and again", busy);
        tell("publishing 1,000 rows, beside them", published);
    }

    /** Milliseconds from the webhook's call to the reply's, for customers who write again as soon as they have it. */
    private List<Double> replies(Duration length) throws InterruptedException {
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        long until = System.nanoTime() + length.toNanos();
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Thread(() -> {
                    String phone = Scene.newCustomer();
                    while (System.nanoTime() < until) {
                        var reply = new CompletableFuture<Long>();
                        heard.put(phone, reply);
                        long begun = System.nanoTime();
                        scene.says(phone, "hello");
                        taken.add((reply.orTimeout(20, TimeUnit.SECONDS).join() - begun) / 1e6);
                    }
                }))
                .toList();
        customers.forEach(Thread::start);
        for (Thread customer : customers) {
            customer.join();
        }
        return taken;
    }

    private void unloading() {
        var drafts = scene.bean(DecisionDrafts.class);
        var publishing = scene.bean(DecisionPublishing.class);
        var live = scene.bean(LiveDecisions.class);
        var all = new ArrayList<OrganisationId>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            var organisation = new OrganisationId(UUID.randomUUID());
            all.add(organisation);
            var owner = new Actor("owner", organisation, Role.OWNER);
            for (int table = 0; table < 3; table++) {
                drafts.overwrite(owner, "table-" + table, table(100, i).getBytes(StandardCharsets.UTF_8));
                publishing.publish(owner, "table-" + table, "");
            }
        }
        long before = used();
        use(live, all);
        System.out.printf(
                "%,d organisations with 3 tables of 100 rows: %,d MB more in use%n", ORGANISATIONS, used() - before);
        tell("use of all of them again, the most unloaded since", use(live, all));
    }

    private static List<Double> use(LiveDecisions live, List<OrganisationId> all) {
        var taken = new ArrayList<Double>();
        for (OrganisationId organisation : all) {
            for (int table = 0; table < 3; table++) {
                long begun = System.nanoTime();
                live.find(organisation, "table-" + table, null)
                        .orElseThrow()
                        .model()
                        .evaluate(Map.of("total", 9_950, "kind", "vip"));
                taken.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return taken;
    }

    private static void tell(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: %,d, p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /** A table of so many rows whose texts have this number in them. */
    private static String table(int rows, int number) {
        String body = IntStream.range(0, rows)
                .mapToObj(i ->
                        """
                        <rule id="r%d"><inputEntry id="a%d"><text>[%d..%d)</text></inputEntry>
                        <inputEntry id="b%d"><text>"vip"</text></inputEntry>
                        <outputEntry id="c%d"><text>%d</text></outputEntry>
                        <outputEntry id="d%d"><text>"step %d of %d"</text></outputEntry></rule>""".formatted(i, i, i * 10_000 / rows, (i + 1) * 10_000 / rows, i, i, i % 50, i, i, number))
                .collect(Collectors.joining("\n"));
        return Models.discount(10).replaceFirst("(?s)<rule id=\"small\">.*</rule>", Matcher.quoteReplacement(body));
    }
}
