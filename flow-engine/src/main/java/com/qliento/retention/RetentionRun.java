package com.qliento.retention;

import java.time.Instant;

/**
 * What a sweep did for an organisation.
 *
 * @param at when
 * @param until keys of hours that ended at or before it are destroyed
 * @param hoursDestroyed how many keys of hours that were
 * @param daysDropped how many days of tables, of all organisations, were dropped in the same sweep
 * @param millis how long it took
 */
public record RetentionRun(Instant at, Instant until, int hoursDestroyed, int daysDropped, long millis) {}
