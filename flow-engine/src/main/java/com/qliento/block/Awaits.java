package com.qliento.block;

/** What a flow stops for at a block. */
public enum Awaits {
    /** Nothing: it goes on at once. */
    NOTHING,
    /** The customer writes. */
    CUSTOMER,
    /** Time passes. */
    TIME,
    /** Another system answers; messages are kept until it has. */
    CALL,
    /** Something happens elsewhere, for days perhaps; the customer may write meanwhile. */
    EVENT
}
