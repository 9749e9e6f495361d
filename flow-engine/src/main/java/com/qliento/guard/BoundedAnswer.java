package com.qliento.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes one answer into memory as it comes, up to a number of bytes; a longer one ends the connection. */
final class BoundedAnswer implements AsyncResponseConsumer<BoundedAnswer.Raw> {

    /** An answer as it came. */
    record Raw(HttpResponse head, byte[] body) {

        @Nullable
        String field(String name) {
            var header = head.getFirstHeader(name);
            return header == null ? null : header.getValue();
        }

        @Override
        public String toString() {
            return "Raw[" + head.getCode() + "]";
        }
    }

    /** The answer is longer than allowed. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Nobody waits for it any more. */
    private static final class Unwanted extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final int limit;
    private final BooleanSupplier wanted;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable HttpResponse head;
    private @Nullable FutureCallback<Raw> done;

    /** @param wanted asked with all that comes, so that a server which never ends does not keep the connection */
    BoundedAnswer(int limit, BooleanSupplier wanted) {
        this.limit = limit;
        this.wanted = wanted;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Raw> callback)
            throws IOException {
        head = response;
        done = callback;
        if (entity == null) {
            finish();
        } else if (entity.getContentLength() > limit) {
            throw new TooLarge();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws IOException {
        requireWanted();
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(limit);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        requireWanted();
        if (source.remaining() > limit - bytes.size()) {
            throw new TooLarge();
        }
        var part = new byte[source.remaining()];
        source.get(part);
        bytes.writeBytes(part);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        finish();
    }

    private void requireWanted() throws Unwanted {
        if (!wanted.getAsBoolean()) {
            throw new Unwanted();
        }
    }

    private void finish() {
        if (head != null && done != null) {
            done.completed(new Raw(head, bytes.toByteArray()));
        }
    }

    @Override
    public void failed(Exception cause) {
        if (done != null) {
            done.failed(cause);
        }
    }

    @Override
    public void releaseResources() {
        done = null;
    }
}
