package com.qliento.block;

import java.time.Duration;

/** The settings of a block that asks another system. */
public final class CallSettings {

    /** The name of how many seconds it waits for the answer, of a block whose author says so. */
    public static final String SECONDS = "seconds";

    /** No flow waits longer for an answer. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private CallSettings() {}
}
