package com.qliento.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The full hour (UTC) in which a value came in, counted from 1970. */
record ReceiptHour(int sinceEpoch) implements Comparable<ReceiptHour> {

    private static final int SECONDS = 3600;

    static ReceiptHour of(Instant instant) {
        return new ReceiptHour(Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), SECONDS)));
    }

    /** The hour's first instant, in the type that PostgreSQL's {@code timestamptz} takes. */
    OffsetDateTime start() {
        return Instant.ofEpochSecond((long) sinceEpoch * SECONDS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public int compareTo(ReceiptHour other) {
        return Integer.compare(sinceEpoch, other.sinceEpoch);
    }
}
