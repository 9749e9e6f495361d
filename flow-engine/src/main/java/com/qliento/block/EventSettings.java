package com.qliento.block;

/** The settings of a block that waits for what happens elsewhere. */
public final class EventSettings {

    /** So many hours it waits at most: 28 days, since what a flow knows can be read for 30. */
    public static final int MOST_HOURS = 28 * 24;

    /** How many hours it waits. */
    public static final Parameter HOURS = Parameter.number("hours", 24, 1, MOST_HOURS);

    private EventSettings() {}
}
