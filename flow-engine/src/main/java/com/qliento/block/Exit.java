package com.qliento.block;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a block besides its arrow, drawn as an error event on its edge.
 *
 * @param code of the error, {@code qliento.} and a name in kebab case; it stands in drawn and in deployed flows
 * @param needed whether it has to be drawn
 * @param instead the code of the exit that is taken when this one is not drawn; null when the flow then goes on as if all
 *     was well
 */
public record Exit(String code, boolean needed, @Nullable String instead) {

    private static final String PREFIX = "qliento.";
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** An ask whose attempts are used up. */
    public static final Exit NO_ANSWER = Exit.of("no-answer");

    /** A call that came to no answer that can be used. */
    public static final Exit FAILED = Exit.of("failed").asNeeded();

    /** A call that nobody waits for any more. */
    public static final Exit TIMED_OUT = Exit.of("timed-out").orElse(FAILED);

    /** A call that was not made since a rule forbids it. */
    public static final Exit NOT_ALLOWED = Exit.of("not-allowed").orElse(FAILED);

    public Exit {
        if (!code.startsWith(PREFIX)
                || !NAME.matcher(code.substring(PREFIX.length())).matches()) {
            throw new IllegalArgumentException("not the code of an exit: " + code);
        }
    }

    /** An exit of this name that need not be drawn. */
    public static Exit of(String name) {
        return new Exit(PREFIX + name, false, null);
    }

    /** The same, that has to be drawn. */
    public Exit asNeeded() {
        return new Exit(code, true, instead);
    }

    /** The same, in whose place the other is taken when it is not drawn. */
    public Exit orElse(Exit other) {
        return new Exit(code, needed, other.code());
    }

    /** What the code says besides its prefix, such as {@code no-answer}: noted where it is taken. */
    public String name() {
        return code.substring(PREFIX.length());
    }
}
