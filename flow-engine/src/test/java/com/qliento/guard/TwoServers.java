package com.qliento.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One server that counts as public, one on this machine that nobody may reach, and a client whose names all lead to the
 * latter unless a test says otherwise.
 */
final class TwoServers implements AutoCloseable {

    static final String SHOP = "shop.example";
    private static final String PUBLIC = "127.0.0.2";
    private static final String OURS = "127.0.0.1";

    final OddServer shop = OddServer.at(PUBLIC);
    final OddServer ours = OddServer.at("::");
    final List<String> lookedUp = new ArrayList<>();
    private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();
    final GuardedClient client;

    TwoServers(HomeService... services) {
        client = new GuardedClient(
                new Names(), new Home(path -> "http://127.0.0.1:" + ours.port() + path, List.of(services)));
    }

    /** What a name leads to, each time it is looked up, with blanks between; the last answer stays. */
    void leads(String name, String... each) {
        answers.put(name, new ArrayDeque<>(List.of(each)));
    }

    private final class Names extends Network {

        @Override
        InetAddress[] addresses(String host) throws UnknownHostException {
            lookedUp.add(host);
            var rest = answers.get(host);
            var usual = host.equals(SHOP) || host.endsWith("." + SHOP) ? PUBLIC : OURS;
            var now = rest == null ? usual : rest.size() > 1 ? rest.remove() : rest.element();
            var addresses = new ArrayList<InetAddress>();
            for (var each : now.isEmpty() ? new String[0] : now.split(" ")) {
                addresses.add(InetAddress.getByName(each));
            }
            return addresses.toArray(InetAddress[]::new);
        }

        @Override
        boolean has(InetAddress address) {
            return address.getHostAddress().equals(PUBLIC) || super.has(address);
        }
    }

    /** An address at the shop. */
    String at(String target) {
        return "http://" + SHOP + ":" + shop.port() + target;
    }

    HttpReply gets(String address) {
        return sends("GET", address, null, List.of(), any -> true);
    }

    HttpReply sends(
            String method, String address, byte @Nullable [] body, List<Field> fields, Predicate<WebAddress> allowed) {
        try {
            var to = WebAddress.isAtHome(address) ? WebAddress.atHome(address) : WebAddress.read(address);
            return client.send(new Exchange(method, to, fields, body, false, allowed, true, Duration.ofSeconds(20)))
                    .join();
        } catch (RefusedAddress refused) {
            return new HttpReply.Refused(refused.refusal());
        }
    }

    @Override
    public void close() {
        client.close();
        shop.close();
        ours.close();
    }
}
