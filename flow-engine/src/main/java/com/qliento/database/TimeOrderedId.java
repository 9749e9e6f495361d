package com.qliento.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDs of version 7 (RFC 9562): they begin with a time in milliseconds, so new rows go to the same end of an index and
 * an id tells the day of its partition. Not secrets.
 */
public final class TimeOrderedId {

    private static final SecureRandom SEED = new SecureRandom();
    private static final long SALT = SEED.nextLong();

    private TimeOrderedId() {}

    /** A new id of this time. Two ids of one millisecond are in no particular order. */
    public static UUID at(Instant time) {
        var random = ThreadLocalRandom.current();
        long high = (time.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = ((random.nextLong() ^ SALT) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
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
