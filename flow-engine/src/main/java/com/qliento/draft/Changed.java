package com.qliento.draft;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;

/** What is said when somebody saved a draft while another was on an earlier revision of it. */
final class Changed {

    private Changed() {}

    static ProblemType type(String kind) {
        return new ProblemType(ProblemKind.CONFLICT, kind + "-changed", "The " + kind + " was changed meanwhile");
    }

    /** Throws {@link Problem}, with {@code revision} and {@code by}, unless the draft is still of the known revision. */
    static void require(String kind, Draft now, long known) {
        if (now.revision() != known) {
            throw type(kind)
                    .because("Somebody saved revision " + now.revision() + " of this " + kind
                            + " while you were on revision " + known
                            + ". Look at theirs, then go on with that revision.")
                    .with("revision", now.revision())
                    .with("by", now.draftBy());
        }
    }
}
