package com.qliento.draft;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.List;

/** What is said of a draft, or of a file like one, whose errors keep it from what somebody wants to do with it. */
public final class HasErrors {

    private HasErrors() {}

    static ProblemType type(String kind) {
        return new ProblemType(ProblemKind.INVALID, kind + "-has-errors", "The " + kind + " has errors");
    }

    /** The problem; {@code problems} of its document are what is to be mended. */
    public static Problem problem(String kind, String detail, List<?> problems) {
        return type(kind).because(detail).with("problems", problems);
    }
}
