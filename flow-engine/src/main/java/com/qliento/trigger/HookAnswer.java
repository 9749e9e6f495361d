package com.qliento.trigger;

/**
 * What a caller is answered.
 *
 * @param status of HTTP
 * @param body JSON
 */
public record HookAnswer(int status, String body) {

    /** Nothing of the body. */
    @Override
    public String toString() {
        return "HookAnswer[" + status + "]";
    }
}
