package com.qliento.connector.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that is handed to a connection at most once, and knows whether it was. So a request that must not be
 * carried out twice cannot be repeated behind the caller's back, whatever the JDK's retry settings are
 * ({@code jdk.httpclient.enableAllMethodRetry}), and after a failure one can tell whether the server may have got it:
 * the JDK's client takes the body only when it has a connection and has written the headers.
 *
 * <p>Serves one request. Not for empty bodies, which no client asks for.
 */
public final class OneShotBody implements BodyPublisher {
    private final byte[] content;
    private final AtomicReference<State> state = new AtomicReference<>(State.READY);

    private enum State {
        READY,
        HANDED_OVER,
        WITHDRAWN
    }

    /** The array is not copied: do not change it afterwards. */
    public OneShotBody(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("an empty body is never asked for");
        }
        this.content = content;
    }

    /**
     * Makes sure that the body is not handed over from now on.
     *
     * @return false if it already was, so the server may have it
     */
    public boolean withdraw() {
        return state.compareAndSet(State.READY, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new HandOver(subscriber));
    }

    private final class HandOver implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private boolean ended;

        HandOver(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (ended) {
                return;
            }
            ended = true;
            if (n > 0 && state.compareAndSet(State.READY, State.HANDED_OVER)) {
                subscriber.onNext(ByteBuffer.wrap(content).asReadOnlyBuffer());
                subscriber.onComplete();
            } else {
                subscriber.onError(new IOException("the body was sent before or withdrawn"));
            }
        }

        @Override
        public void cancel() {
            ended = true;
        }
    }
}
