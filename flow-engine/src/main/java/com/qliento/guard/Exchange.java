package com.qliento.guard;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is to be made.
 *
 * @param fields header fields, all but those that only the client knows, such as the length
 * @param body null for none; not copied
 * @param secretBody whether a secret stands in it
 * @param allowed which addresses it may go to, those of redirects among them
 * @param follows whether it goes to where it is sent on; else an answer that sends it on is given as it came
 * @param limit for all of it: looking up, connecting, redirects, and reading the answer
 */
public record Exchange(
        String method,
        WebAddress address,
        List<Field> fields,
        byte @Nullable [] body,
        boolean secretBody,
        Predicate<WebAddress> allowed,
        boolean follows,
        Duration limit) {

    /** Nothing of what is sent. */
    @Override
    public String toString() {
        return "Exchange[" + method + "]";
    }
}
