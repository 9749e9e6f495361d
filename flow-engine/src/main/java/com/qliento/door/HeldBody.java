package com.qliento.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A body that is kept in memory while it arrives, and counted among all that do. A large one lies outside the heap, in
 * pieces that are used again: what strangers send by the hundred would otherwise fill the heap faster than it is cleared.
 */
public final class HeldBody {

    private static final int FIRST = 8 * 1024;

    private final BytesInFlight inFlight;
    private final ByteArrayOutputStream small;
    private final List<ByteBuffer> large = new ArrayList<>();
    private int size;
    private boolean gone;

    HeldBody(BytesInFlight inFlight, long declared) {
        this.inFlight = inFlight;
        this.small = new ByteArrayOutputStream((int) Math.max(32, Math.min(declared, FIRST)));
    }

    /** Keeps the first bytes of a chunk; false when there is no room, or it was let go: it is no whole body then. */
    public synchronized boolean add(byte[] chunk, int bytes) {
        boolean room = !gone && (size + bytes <= BytesInFlight.SMALL ? addSmall(chunk, bytes) : addLarge(chunk, bytes));
        if (room) {
            size += bytes;
        }
        return room;
    }

    private boolean addSmall(byte[] chunk, int bytes) {
        if (!inFlight.take(bytes, size + (long) bytes)) {
            return false;
        }
        small.write(chunk, 0, bytes);
        return true;
    }

    private boolean addLarge(byte[] chunk, int bytes) {
        while ((long) large.size() * BytesInFlight.PIECE < size + (long) bytes) {
            if (!inFlight.take(BytesInFlight.PIECE, size + (long) bytes)) {
                return false;
            }
            large.add(inFlight.piece());
        }
        if (small.size() > 0) {
            write(small.toByteArray(), small.size(), 0);
            inFlight.giveBack(small.size());
            small.reset();
        }
        write(chunk, bytes, size);
        return true;
    }

    private void write(byte[] chunk, int bytes, int at) {
        for (int done = 0; done < bytes; ) {
            var piece = large.get((at + done) / BytesInFlight.PIECE);
            int some = Math.min(bytes - done, piece.remaining());
            piece.put(chunk, done, some);
            done += some;
        }
    }

    /** In bytes, as far as it has come. */
    public synchronized int size() {
        return size;
    }

    /** All that came, in order; good until it is let go. */
    public synchronized List<ByteBuffer> pieces() {
        return large.isEmpty()
                ? List.of(ByteBuffer.wrap(small.toByteArray()))
                : large.stream().map(piece -> piece.duplicate().flip()).toList();
    }

    /** Nobody reads it any more: its memory is another body's from now on. Once is enough, more does no harm. */
    public synchronized void letGo() {
        if (!gone) {
            gone = true;
            inFlight.giveBack(small.size());
            large.forEach(inFlight::giveBack);
            large.clear();
        }
    }
}
