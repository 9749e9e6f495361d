package com.qliento.vault;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;

/**
 * The key database can't be reached now. Transient: nothing was sealed, opened or destroyed, and the same call may
 * succeed later. As a {@link Problem} it is answered 503, on which webhooks are delivered again.
 */
public class KeysUnavailable extends Problem {

    private static final ProblemType KEYS_UNAVAILABLE =
            new ProblemType(ProblemKind.UNAVAILABLE, "keys-unavailable", "The key database is away");

    KeysUnavailable(Throwable cause) {
        super(KEYS_UNAVAILABLE, "The key database can't be reached. Try again in a few seconds.");
        initCause(cause);
    }
}
