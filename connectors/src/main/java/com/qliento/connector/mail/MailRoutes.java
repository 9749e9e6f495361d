package com.qliento.connector.mail;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ways to mail servers. A connection that brought a mail is kept for a short while, so that the next one of the same
 * sender to the same server, as the same user, needs none of its own; nobody else ever gets it. As many as {@link #MOST} are
 * kept, and none is used by two at once.
 */
public final class MailRoutes implements AutoCloseable {

    /** Longer would outlast what lies between here and there: servers and networks forget quiet connections. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final int MOST = 32;

    /**
     * Who may use a connection.
     *
     * @param sender whose mail it is
     * @param greeting as whom we greet the server
     */
    record Key(Object sender, MailServer server, String greeting) {}

    private record Kept(Key key, Route route, Instant since) {}

    private final Predicate<InetAddress> allowed;
    private final String trusted;
    private final Clock clock;

    /** The newest first. */
    private final Deque<Kept> kept = new ArrayDeque<>();

    private boolean closed;

    /** @param allowed whether a server may be at this address */
    public MailRoutes(Predicate<InetAddress> allowed, Clock clock) {
        this(allowed, clock, "");
    }

    /** @param trusted a host whose certificate is taken unseen; empty for none */
    MailRoutes(Predicate<InetAddress> allowed, Clock clock, String trusted) {
        this.allowed = allowed;
        this.clock = clock;
        this.trusted = trusted;
    }

    /**
     * A mail for this server.
     *
     * @param sender whose it is; equal to itself and to nobody else
     */
    public Delivery begin(Object sender, MailServer server, MailMessage mail) {
        return new Delivery(this, new Key(sender, server, mail.from().domain()), mail);
    }

    Route open(Key key) {
        return new Route(key.server(), key.greeting(), new CheckedSockets(allowed), trusted);
    }

    /** A connection that was kept, for nobody else from now on; null when there is none. */
    @Nullable
    Route take(Key key) {
        closeQuiet();
        synchronized (kept) {
            for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
                var one = all.next();
                if (one.key().equals(key)) {
                    all.remove();
                    return one.route();
                }
            }
            return null;
        }
    }

    /** Keeps one that works, for the same sender. */
    void keep(Key key, Route route) {
        Route over = null;
        synchronized (kept) {
            if (closed) {
                over = route;
            } else {
                kept.addFirst(new Kept(key, route, clock.instant()));
                if (kept.size() > MOST) {
                    over = kept.removeLast().route();
                }
            }
        }
        if (over != null) {
            over.close();
        }
    }

    /** Closes what nobody needed for a while. To be asked now and then. */
    public void closeQuiet() {
        var from = clock.instant().minus(QUIET);
        closeIf(one -> !one.since().isAfter(from));
    }

    /** Closes what is kept for a sender: what it is kept for may have changed. */
    public void forget(Object sender) {
        closeIf(one -> one.key().sender().equals(sender));
    }

    private void closeIf(Predicate<Kept> which) {
        var over = new ArrayList<Route>();
        synchronized (kept) {
            kept.removeIf(one -> which.test(one) && over.add(one.route()));
        }
        over.forEach(Route::close);
    }

    @Override
    public void close() {
        synchronized (kept) {
            closed = true;
        }
        closeIf(any -> true);
    }
}
