package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import javax.crypto.Mac;

/**
 * A webhook's body as it was received, in one piece or in several, so that large ones need no memory in one piece before
 * their signature is known to be good. The pieces are read, never changed or copied; they have to stay what they are for
 * as long as this is used.
 */
public final class RawBody {
    private final List<ByteBuffer> pieces;
    private final int length;

    private RawBody(List<ByteBuffer> pieces) {
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    /** A body in one piece. */
    public static RawBody of(byte[] whole) {
        return new RawBody(List.of(ByteBuffer.wrap(whole)));
    }

    /** A body in these pieces, each from its position to its limit. */
    public static RawBody of(List<ByteBuffer> pieces) {
        return new RawBody(pieces);
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** A copy in one piece. */
    public byte[] bytes() {
        byte[] whole = new byte[length];
        int at = 0;
        for (ByteBuffer piece : pieces) {
            piece.get(piece.position(), whole, at, piece.remaining());
            at += piece.remaining();
        }
        return whole;
    }

    byte[] hmac(Mac mac) {
        pieces.forEach(piece -> mac.update(piece.duplicate()));
        return mac.doFinal();
    }

    JsonParser parser() throws IOException {
        if (pieces.size() == 1 && pieces.get(0).hasArray()) {
            ByteBuffer only = pieces.get(0);
            return WebhookJson.FACTORY.createParser(
                    only.array(), only.arrayOffset() + only.position(), only.remaining());
        }
        return WebhookJson.FACTORY.createParser(new Stream(pieces));
    }

    @Override
    public String toString() {
        return "RawBody[" + length + " bytes]";
    }

    private static final class Stream extends InputStream {
        private final Iterator<ByteBuffer> rest;
        private ByteBuffer piece = ByteBuffer.allocate(0);

        private Stream(List<ByteBuffer> pieces) {
            this.rest = pieces.iterator();
        }

        @Override
        public int read() {
            return isAtTheEnd() ? -1 : piece.get() & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (isAtTheEnd()) {
                return -1;
            }
            int bytes = Math.min(most, piece.remaining());
            piece.get(into, from, bytes);
            return bytes;
        }

        private boolean isAtTheEnd() {
            while (!piece.hasRemaining() && rest.hasNext()) {
                piece = rest.next().duplicate();
            }
            return !piece.hasRemaining();
        }
    }
}
