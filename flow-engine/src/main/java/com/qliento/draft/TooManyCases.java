package com.qliento.draft;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;

/** What is said when a draft has as many test cases as it may have. */
public final class TooManyCases {

    private TooManyCases() {}

    /**
     * The problem.
     *
     * @param title not the same for all kinds of drafts: interfaces answered so before there was one code
     */
    public static Problem problem(String title, String detail) {
        return new ProblemType(ProblemKind.CONFLICT, "too-many-cases", title).because(detail);
    }
}
