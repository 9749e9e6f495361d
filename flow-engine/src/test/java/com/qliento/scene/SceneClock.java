package com.qliento.scene;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs with real time, as far ahead of it as tests moved it. */
public final class SceneClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Moves the time on for everything that is given this clock. */
    public synchronized void move(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** How far it is ahead of real time. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
