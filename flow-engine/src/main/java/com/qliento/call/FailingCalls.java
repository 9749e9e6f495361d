package com.qliento.call;

import java.time.Instant;

/**
 * Calls to one target that came to nothing one after the other, up to now.
 *
 * @param kind whose calls
 * @param code why the last one did, a fixed word
 * @param since when the first of them was recorded
 */
public record FailingCalls(String kind, String target, String code, long count, Instant since) {}
