package com.qliento.inbox;

/**
 * Does what a lane's messages ask for. Called by one thread at a time for a lane of this node; other nodes may call
 * theirs for the same lane at the same moment, so the handler locks.
 */
public interface LaneHandler {

    /**
     * Handles the first message of the lane, if there is one that may be handled now. The effect and the message's
     * removal commit together, or neither does. Called again after a crash, a failure, or for no reason at all.
     */
    LaneProgress handle(Lane lane);
}
