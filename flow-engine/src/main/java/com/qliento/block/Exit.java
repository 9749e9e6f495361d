package com.qliento.block;

import java.util.regex.Pattern;

/**
 * A way out of a block besides its arrow, drawn as an error event on its edge.
 *
 * @param code of the error, {@code qliento.} and a name in kebab case; it stands in drawn and in deployed flows
 * @param needed whether it has to be drawn; when it need not and is not, the flow goes on as if all was well
 */
public record Exit(String code, boolean needed) {

    private static final String PREFIX = "qliento.";
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** An ask whose attempts are used up. */
    public static final Exit NO_ANSWER = Exit.of("no-answer");

    public Exit {
        if (!code.startsWith(PREFIX)
                || !NAME.matcher(code.substring(PREFIX.length())).matches()) {
            throw new IllegalArgumentException("not the code of an exit: " + code);
        }
    }

    /** An exit of this name that need not be drawn. */
    public static Exit of(String name) {
        return new Exit(PREFIX + name, false);
    }

    /** The same, that has to be drawn. */
    public Exit asNeeded() {
        return new Exit(code, true);
    }

    /** What the code says besides its prefix, such as {@code no-answer}: noted where it is taken. */
    public String name() {
        return code.substring(PREFIX.length());
    }
}
