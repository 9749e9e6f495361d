package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.problem.Problem;

/** Has a say before a draft goes live. Is asked outside of any transaction, and not when somebody publishes anyway. */
public interface BeforePublishing {

    /** Throws {@link Problem} with the reason to hold the draft back, which was found without errors. */
    void check(Actor actor, Draft flow);
}
