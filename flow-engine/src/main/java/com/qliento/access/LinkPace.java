package com.qliento.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * How often codes are tried at all, before one is looked at: from one place, and from everywhere, in a minute on this node.
 * What guards a link is its own five tries; this guards the database from those who try addresses.
 */
@Component
class LinkPace {

    static final int FROM_ONE_PLACE = 20;
    static final int FROM_EVERYWHERE = 600;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String EVERYWHERE = "";
    private static final int NETWORK_BYTES = 8;

    private final Cache<String, Counted> places =
            Caffeine.newBuilder().maximumSize(50_000).build();
    private final Clock clock;

    LinkPace(Clock clock) {
        this.clock = clock;
    }

    private record Counted(Instant until, int tries) {}

    /** Whether one more may be looked at. */
    boolean passes(String address) {
        return count(network(address), FROM_ONE_PLACE) && count(EVERYWHERE, FROM_EVERYWHERE);
    }

    private boolean count(String place, int most) {
        var now = clock.instant();
        var counted = places.asMap()
                .compute(
                        place,
                        (same, before) -> before == null || !now.isBefore(before.until())
                                ? new Counted(now.plus(MINUTE), 1)
                                : new Counted(before.until(), Math.min(before.tries() + 1, most + 1)));
        return counted.tries() <= most;
    }

    /** Of IPv6 the network, since one caller has all of it. */
    private static String network(String address) {
        try {
            var read = InetAddress.getByName(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES))
                    : read.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return "unknown";
        }
    }
}
