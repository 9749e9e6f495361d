package com.qliento.load;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the load program was asked to do; see {@link #USAGE}. */
record Options(
        List<URI> urls,
        List<Channel> channels,
        int sinkPort,
        Duration sinkDelay,
        int customers,
        int burst,
        int copies,
        int rounds,
        Duration warmup,
        Duration length,
        Duration replyTimeout,
        Duration settle,
        Duration inFlightWindow,
        long firstNumber,
        boolean newCustomerEachTime,
        boolean statuses,
        boolean survive,
        String firstText,
        String text) {

    static final String USAGE = """
            usage: Load [options]
              --customers N              customers writing at the same time (100)
              --seconds N                length of the measurement (30)
              --warmup N                 seconds before it that are not measured (5)
              --rounds N                 stop every customer after N rounds, 0: no limit (0)
              --burst N                  messages of one customer in one webhook (1)
              --new-customer-each-time   every round comes from a number not seen before
              --same-webhook-five-times  every webhook arrives five times at once
              --order                    one customer, 1,000 numbered messages in one webhook
              --statuses                 the sink posts sent, delivered and read for every reply
              --survive                  repeat a webhook until it is answered 200, as Meta does
              --text T                   what is written; {n} becomes the message's number (menu)
              --first-text T             what a customer writes first (as --text)
              --url U[,U...]             webhook addresses, customers are split (loopback, port 8080)
              --phone-number-id A[,B]    numbers of the business, customers are split (106540352242922)
              --app-secret S[,S]         their secrets (demo-app-secret)
              --sink-port N              port of the Graph API sink on loopback, 0: any (9090)
              --sink-delay MS            time the sink takes for a call (0)
              --reply-timeout N          seconds after which a reply counts as lost (30)
              --settle N                 seconds to wait at the end for replies nobody expects (2)
              --in-flight MS             a call answered this shortly before a kill may be repeated (250)
              --first-number N           first customer's number (random)
            """;

    private static final Set<String> FLAGS =
            Set.of("--new-customer-each-time", "--same-webhook-five-times", "--order", "--statuses", "--survive");

    /** Reads the command line; throws {@link IllegalArgumentException} with a readable reason. */
    static Options parse(String... arguments) {
        var given = new Given(arguments);
        boolean order = given.has("--order");
        String text = given.text("--text", order ? "#{n}" : "menu");
        return new Options(
                given.list("--url", "http://127.0.0.1:8080/webhooks/whatsapp").stream()
                        .map(URI::create)
                        .toList(),
                channels(given),
                given.number("--sink-port", 9090),
                Duration.ofMillis(given.number("--sink-delay", 0)),
                given.number("--customers", order ? 1 : 100),
                given.number("--burst", order ? 1000 : 1),
                given.has("--same-webhook-five-times") ? 5 : 1,
                given.number("--rounds", order ? 1 : 0),
                Duration.ofSeconds(given.number("--warmup", order ? 0 : 5)),
                Duration.ofSeconds(given.number("--seconds", 30)),
                Duration.ofSeconds(given.number("--reply-timeout", 30)),
                Duration.ofSeconds(given.number("--settle", 2)),
                Duration.ofMillis(given.number("--in-flight", 250)),
                given.longNumber("--first-number", 4_915_100_000_000L + new SecureRandom().nextInt(90_000_000)),
                given.has("--new-customer-each-time"),
                given.has("--statuses"),
                given.has("--survive"),
                given.text("--first-text", order ? "echo" : text),
                text);
    }

    private static List<Channel> channels(Given given) {
        List<String> ids = given.list("--phone-number-id", "106540352242922");
        List<String> secrets = given.list("--app-secret", "demo-app-secret");
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < ids.size(); i++) {
            channels.add(new Channel(ids.get(i), secrets.get(Math.min(i, secrets.size() - 1))));
        }
        return List.copyOf(channels);
    }

    /** The words of the command line by option name. */
    private static final class Given {
        private static final Set<String> NAMES = Set.of(
                "--customers",
                "--seconds",
                "--warmup",
                "--rounds",
                "--burst",
                "--text",
                "--first-text",
                "--url",
                "--phone-number-id",
                "--app-secret",
                "--sink-port",
                "--sink-delay",
                "--reply-timeout",
                "--settle",
                "--in-flight",
                "--first-number");

        private final Map<String, String> values = new HashMap<>();

        Given(String... arguments) {
            for (int i = 0; i < arguments.length; i++) {
                String name = arguments[i];
                if (FLAGS.contains(name)) {
                    values.put(name, "");
                } else if (NAMES.contains(name) && i + 1 < arguments.length) {
                    values.put(name, arguments[++i]);
                } else {
                    throw new IllegalArgumentException("unknown option or value missing: " + name);
                }
            }
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        String text(String name, String otherwise) {
            return values.getOrDefault(name, otherwise);
        }

        List<String> list(String name, String otherwise) {
            return List.of(text(name, otherwise).split(",", -1));
        }

        int number(String name, int otherwise) {
            return Math.toIntExact(longNumber(name, otherwise));
        }

        long longNumber(String name, long otherwise) {
            try {
                return has(name) ? Long.parseLong(text(name, "")) : otherwise;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " wants a whole number", e);
            }
        }
    }
}
