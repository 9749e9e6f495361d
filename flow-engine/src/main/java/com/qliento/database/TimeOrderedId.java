package com.qliento.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562): they begin with a time in milliseconds, so new rows go to the same end of an index and
 * an id tells the day of its partition. Not secrets.
 */
public final class TimeOrderedId {

    private static final int LOW_BITS = 30;

    /** Begins anywhere in the lower half of its 42 bits, so that nodes differ and it never turns over. */
    private static final AtomicLong MADE = new AtomicLong(new SecureRandom().nextLong() & (1L << 41) - 1);

    private TimeOrderedId() {}

    /** A new id of this time. Of two that this node makes for one millisecond, the later made is the greater. */
    public static UUID at(Instant time) {
        long made = MADE.getAndIncrement();
        long high = (time.toEpochMilli() << 16) | 0x7000L | (made >>> LOW_BITS & 0x0FFFL);
        long random = ThreadLocalRandom.current().nextInt() & 0xFFFF_FFFFL;
        long low = 0x8000_0000_0000_0000L | (made & (1L << LOW_BITS) - 1) << Integer.SIZE | random;
        return new UUID(high, low);
    }

    /** The time the id was made for, to the millisecond; meaningless for an id of another version. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The day (UTC) the id was made for. */
    public static LocalDate dayOf(UUID id) {
        return LocalDate.ofInstant(timeOf(id), ZoneOffset.UTC);
    }
}
