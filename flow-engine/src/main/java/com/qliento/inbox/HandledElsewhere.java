package com.qliento.inbox;

/** Another node handled the message first; nothing is to be done but to look again. */
public class HandledElsewhere extends RuntimeException {

    HandledElsewhere() {
        super("handled by another node");
    }
}
