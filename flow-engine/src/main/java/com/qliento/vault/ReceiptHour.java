package com.qliento.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The full hour (UTC) in which a value came in, counted from 1970. */
record ReceiptHour(int sinceEpoch) implements Comparable<ReceiptHour> {

    private static final int SECONDS = 3600;

    /** The last millisecond that can be counted in hours. */
    static final long LAST_MILLIS = Integer.MAX_VALUE * 3_600_000L;

    static ReceiptHour of(Instant instant) {
        return new ReceiptHour(Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), SECONDS)));
    }

    static ReceiptHour ofMillis(long millis) {
        return new ReceiptHour(Math.toIntExact(Math.floorDiv(millis, SECONDS * 1000L)));
    }

    /** The hour's first instant, in the type that PostgreSQL's {@code timestamptz} takes. */
    OffsetDateTime start() {
        return Instant.ofEpochSecond((long) sinceEpoch * SECONDS).atOffset(ZoneOffset.UTC);
    }

    long startMillis() {
        return sinceEpoch * (SECONDS * 1000L);
    }

    @Override
    public int compareTo(ReceiptHour other) {
        return Integer.compare(sinceEpoch, other.sinceEpoch);
    }
}
