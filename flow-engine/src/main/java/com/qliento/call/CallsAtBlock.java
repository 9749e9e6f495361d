package com.qliento.call;

/**
 * How the calls of one block fare.
 *
 * @param waiting those that somebody waits for now
 * @param calls those that came to something within a day
 * @param failed of these, without those whose time was up
 * @param timedOut those whose time was up
 * @param medianMillis how long half of them took at most, each the last time it was made; 0 without any
 */
public record CallsAtBlock(long waiting, long calls, long failed, long timedOut, long medianMillis) {

    /** A block that asked nobody. */
    public static final CallsAtBlock NONE = new CallsAtBlock(0, 0, 0, 0, 0);
}
