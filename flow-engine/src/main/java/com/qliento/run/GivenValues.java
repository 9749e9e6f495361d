package com.qliento.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Names;
import com.qliento.problem.Problem;
import java.util.List;

/** What a flow may be given as it begins. */
public final class GivenValues {

    private static final int MOST = 50;
    private static final int MOST_CHARACTERS = 100_000;

    private GivenValues() {}

    /** Throws {@link Problem} for values that no flow can keep. */
    public static void check(ObjectNode values) {
        if (values.size() > MOST || values.toString().length() > MOST_CHARACTERS) {
            throw Problem.invalid(
                    "values",
                    "A flow begins with " + MOST + " values of " + MOST_CHARACTERS + " characters in all at most.");
        }
        values.fieldNames().forEachRemaining(name -> {
            if (!Names.usable(name)) {
                throw Problem.invalid(
                        "values",
                        "A flow can't keep a value under each of these names: letters, digits and '_', 50 at most, no word"
                                + " of FEEL, and not " + String.join(", ", List.copyOf(Names.BUILT_IN)) + ".");
            }
        });
    }
}
