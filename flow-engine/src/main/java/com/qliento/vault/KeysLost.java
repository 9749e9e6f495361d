package com.qliento.vault;

import com.qliento.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * A key that was there is missing, and is not made anew: what was sealed or indexed with it would be mistaken for somebody
 * else's. The key database is older than the main database, or another one. As a {@link Problem} it is answered 503, on
 * which webhooks are delivered again once the right key database is back.
 */
public class KeysLost extends Problem {

    KeysLost(String detail) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "keys-lost", "Keys are missing that were there", detail);
    }
}
