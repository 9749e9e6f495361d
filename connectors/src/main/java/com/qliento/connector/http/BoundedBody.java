package com.qliento.connector.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer into memory up to a number of bytes. A longer one fails with {@link TooLong} and closes the
 * connection, at the latest one network buffer after the limit.
 */
public final class BoundedBody implements BodyHandler<byte[]> {
    private static final int FIRST_GUESS = 512;
    private static final int ROOM_FOR_AN_ERROR = 64 * 1024;

    private final int limit;

    /** The answer is longer than allowed. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int limit) {
            super("the answer is longer than " + limit + " bytes");
        }
    }

    /** @param limit of a successful answer in bytes; an error may always have 64 KiB, to be understood */
    public BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo info) {
        boolean success = info.statusCode() >= 200 && info.statusCode() <= 299;
        int allowed = success ? limit : Math.max(limit, ROOM_FOR_AN_ERROR);
        long announced = info.headers().firstValueAsLong("Content-Length").orElse(Math.min(FIRST_GUESS, allowed));
        return new Collector(allowed, announced);
    }

    private static final class Collector implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes;
        private final int limit;
        private final boolean hopeless;
        private Flow.@Nullable Subscription subscription;

        Collector(int limit, long announced) {
            this.limit = limit;
            this.hopeless = announced > limit;
            this.bytes = new ByteArrayOutputStream(hopeless ? 0 : (int) Math.max(announced, 0));
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            if (hopeless) {
                giveUp(subscription);
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                int more = buffer.remaining();
                if (result.isDone()) {
                    return;
                }
                if (more > limit - bytes.size()) {
                    giveUp(subscription);
                    return;
                }
                append(buffer, more);
            }
        }

        private void append(ByteBuffer buffer, int length) {
            if (buffer.hasArray()) {
                bytes.write(buffer.array(), buffer.arrayOffset() + buffer.position(), length);
            } else {
                byte[] copy = new byte[length];
                buffer.get(copy);
                bytes.write(copy, 0, length);
            }
        }

        private void giveUp(Flow.@Nullable Subscription subscription) {
            result.completeExceptionally(new TooLong(limit));
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(bytes.toByteArray());
        }
    }
}
