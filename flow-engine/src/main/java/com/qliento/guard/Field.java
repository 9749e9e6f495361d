package com.qliento.guard;

/**
 * A header field of a request.
 *
 * @param secret whether it is for the server of the request alone; one that it is sent on to does not get it
 */
public record Field(String name, String value, boolean secret) {

    /** Without the value. */
    @Override
    public String toString() {
        return name;
    }
}
