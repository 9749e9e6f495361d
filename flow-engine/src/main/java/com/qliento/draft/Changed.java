package com.qliento.draft;

import com.qliento.problem.Problem;

/** What is said when somebody saved a draft while another was on an earlier revision of it. */
final class Changed {

    private Changed() {}

    static String code(String kind) {
        return kind + "-changed";
    }

    /** Throws {@link Problem}, with {@code revision} and {@code by}, unless the draft is still of the known revision. */
    static void require(String kind, Draft now, long known) {
        if (now.revision() != known) {
            throw Problem.conflict(
                            code(kind),
                            "The " + kind + " was changed meanwhile",
                            "Somebody saved revision " + now.revision() + " of this " + kind
                                    + " while you were on revision " + known
                                    + ". Look at theirs, then go on with that revision.")
                    .with("revision", now.revision())
                    .with("by", now.draftBy());
        }
    }
}
