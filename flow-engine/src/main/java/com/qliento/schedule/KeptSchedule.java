package com.qliento.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is kept.
 *
 * @param kind the word of its {@link Target}
 * @param content what it hands to its flow, sealed; null for nothing
 * @param countedFrom from when on its next time was counted
 * @param countedIn by the clock of which zone
 */
record KeptSchedule(Schedule schedule, String kind, byte @Nullable [] content, Instant countedFrom, ZoneId countedIn) {

    @Override
    public String toString() {
        return "KeptSchedule[" + schedule.id() + "]";
    }
}
