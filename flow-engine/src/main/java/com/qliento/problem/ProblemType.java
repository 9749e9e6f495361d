package com.qliento.problem;

import java.io.Serializable;

/**
 * A refusal that can happen, named once by the feature that refuses: programs and screens know it by its code.
 *
 * @param code stable, in kebab case
 * @param title the same sentence whenever it happens
 */
public record ProblemType(ProblemKind kind, String code, String title) implements Serializable {

    /** It happened: what happened here and what to do. */
    public Problem because(String detail) {
        return new Problem(this, detail);
    }

    @Override
    public String toString() {
        return code;
    }
}
