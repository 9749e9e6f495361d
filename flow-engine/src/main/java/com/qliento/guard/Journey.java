package com.qliento.guard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** One request, from where it goes first to where it is sent on, within its time. */
final class Journey {

    private static final int MOST_REDIRECTS = 3;

    private final Transport transport;
    private final Network network;
    private final Executor reading;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private volatile Transport.@Nullable Underway underway;
    private final AtomicInteger followed = new AtomicInteger();

    Journey(Transport transport, Network network, Executor reading) {
        this.transport = transport;
        this.network = network;
        this.reading = reading;
    }

    /** Sets out. The reply never fails; the request ends when it is cancelled. */
    CompletableFuture<HttpReply> begin(Exchange exchange, boolean home) {
        var unusedEnd = reply.whenComplete((done, failed) -> leave());
        var timer = new CompletableFuture<@Nullable Void>()
                .orTimeout(Math.max(1, exchange.limit().toMillis()), TimeUnit.MILLISECONDS);
        var unusedTime = timer.whenComplete((nothing, timeIsUp) -> {
            if (timeIsUp != null) {
                reply.complete(new HttpReply.Nothing(Trouble.TIME_UP, maySent()));
            }
        });
        var unusedStop = reply.whenComplete((done, failed) -> timer.complete(null));
        if (home) {
            go(exchange, true);
        } else {
            follow(exchange);
        }
        return reply;
    }

    private void leave() {
        var last = underway;
        if (last != null) {
            last.answer().cancel(true);
        }
    }

    private boolean maySent() {
        var last = underway;
        return followed.get() > 0 || (last != null && last.sent());
    }

    private void follow(Exchange exchange) {
        var why = refusal(exchange);
        if (why == null) {
            go(exchange, false);
        } else {
            reply.complete(new HttpReply.Refused(why));
        }
    }

    /** By what is written; where a name leads is looked at when the connection is made. */
    private @Nullable AddressRefusal refusal(Exchange exchange) {
        var literal = exchange.address().literal();
        if (literal != null && !network.has(literal)) {
            return AddressRefusal.FORBIDDEN_ADDRESS;
        }
        return exchange.allowed().test(exchange.address()) ? null : AddressRefusal.HOST_NOT_ALLOWED;
    }

    private void go(Exchange exchange, boolean home) {
        Transport.Underway sent;
        try {
            sent = transport.send(exchange, GuardedClient.READ);
        } catch (RejectedExecutionException stopping) {
            reply.complete(new HttpReply.Nothing(Trouble.BROKEN, maySent()));
            return;
        }
        underway = sent;
        if (reply.isDone()) {
            leave();
        }
        var unused = sent.answer()
                .whenComplete((raw, failed) -> later(() -> {
                    if (failed == null) {
                        arrived(exchange, raw, home);
                    } else {
                        failed(bare(failed));
                    }
                }));
    }

    /** Not on the threads of the network; on them, when there are no others any more. */
    private void later(Runnable work) {
        try {
            reading.execute(work);
        } catch (RejectedExecutionException stopping) {
            work.run();
        }
    }

    private void arrived(Exchange exchange, BoundedAnswer.Raw raw, boolean home) {
        try {
            var next = home || !exchange.follows()
                    ? null
                    : Redirect.of(exchange, raw.head().getCode(), raw.field("Location"));
            if (next == null) {
                reply.complete(answer(raw));
            } else if (followed.getAndIncrement() >= MOST_REDIRECTS) {
                reply.complete(new HttpReply.Refused(AddressRefusal.TOO_MANY_REDIRECTS));
            } else {
                follow(next);
            }
        } catch (RefusedAddress refused) {
            reply.complete(new HttpReply.Refused(refused.refusal()));
        } catch (IOException unreadable) {
            failed(unreadable);
        }
    }

    private static HttpReply answer(BoundedAnswer.Raw raw) throws IOException {
        return new HttpReply.Answer(
                raw.head().getCode(),
                raw.field("Content-Type"),
                raw.field("Retry-After"),
                Unpacked.of(raw.body(), raw.field("Content-Encoding"), GuardedClient.READ));
    }

    private void failed(Throwable failure) {
        reply.complete(
                failure instanceof CheckedAddresses.NonePublic
                        ? new HttpReply.Refused(AddressRefusal.FORBIDDEN_ADDRESS)
                        : new HttpReply.Nothing(trouble(failure), maySent()));
    }

    private static Trouble trouble(Throwable failure) {
        if (failure instanceof BoundedAnswer.TooLarge) {
            return Trouble.TOO_LARGE;
        }
        if (failure instanceof Unpacked.Unknown) {
            return Trouble.UNKNOWN_PACKING;
        }
        if (failure instanceof UnknownHostException) {
            return Trouble.UNKNOWN_HOST;
        }
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException) {
            return Trouble.UNREACHABLE;
        }
        if (failure instanceof SSLException) {
            return Trouble.NO_TLS;
        }
        if (failure instanceof SocketTimeoutException) {
            return Trouble.TIME_UP;
        }
        if (failure instanceof ConnectionClosedException || failure instanceof SocketException) {
            return Trouble.CUT;
        }
        return failure instanceof HttpException ? Trouble.NOT_HTTP : Trouble.BROKEN;
    }

    private static Throwable bare(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
