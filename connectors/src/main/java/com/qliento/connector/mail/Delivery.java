package com.qliento.connector.mail;

import org.jspecify.annotations.Nullable;

/**
 * One mail on its way to its server: made by {@link MailRoutes}, run once, and perhaps given up from another thread. Says of
 * each end whether the server may have the mail; keeps nothing of what the server wrote.
 */
public final class Delivery {

    private final MailRoutes routes;
    private final MailRoutes.Key key;
    private final MailMessage mail;
    private @Nullable Route under;
    private boolean givenUp;

    Delivery(MailRoutes routes, MailRoutes.Key key, MailMessage mail) {
        this.routes = routes;
        this.key = key;
        this.mail = mail;
    }

    /** Sends the mail; takes a minute or so when the server is slow. Never throws what a server did. */
    public MailResult run() {
        var kept = routes.take(key);
        if (kept != null) {
            var result = overKept(kept);
            if (result != null) {
                return result;
            }
        }
        var route = routes.open(key);
        var failed = begin(route) ? route.connect() : MailResult.of(MailOutcome.UNREACHABLE);
        return failed == null ? over(route) : ended(route, failed);
    }

    /** Null when nothing of the mail was taken since the connection had ended: a new one tells whether the server is there. */
    private @Nullable MailResult overKept(Route kept) {
        if (!begin(kept)) {
            kept.close();
            return null;
        }
        var result = over(kept);
        return kept.hasEnded() ? null : result;
    }

    private MailResult over(Route route) {
        var result = route.send(mail);
        if (route.isFit() && leave()) {
            routes.keep(key, route);
            return result;
        }
        return ended(route, result);
    }

    /** Whatever the server says to the last word, the mail is sent or not. */
    private static MailResult ended(Route route, MailResult result) {
        route.close();
        return result;
    }

    private synchronized boolean begin(Route route) {
        under = route;
        return !givenUp;
    }

    /** From here on nobody breaks off what another mail may use. */
    private synchronized boolean leave() {
        under = null;
        return !givenUp;
    }

    /** Breaks it off, from another thread: what runs ends soon. */
    public synchronized void giveUp() {
        givenUp = true;
        if (under != null) {
            under.breakOff();
        }
    }

    @Override
    public String toString() {
        return "Delivery[" + mail.id() + "]";
    }
}
