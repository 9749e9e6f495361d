package com.qliento.vault;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;

/**
 * A key that was there is missing, and is not made anew: what was sealed or indexed with it would be mistaken for somebody
 * else's. The key database is older than the main database, or another one. As a {@link Problem} it is answered 503, on
 * which webhooks are delivered again once the right key database is back.
 */
public class KeysLost extends Problem {

    private static final ProblemType KEYS_LOST =
            new ProblemType(ProblemKind.UNAVAILABLE, "keys-lost", "Keys are missing that were there");

    KeysLost(String detail) {
        super(KEYS_LOST, detail);
    }
}
