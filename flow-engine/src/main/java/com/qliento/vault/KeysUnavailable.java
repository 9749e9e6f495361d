package com.qliento.vault;

import com.qliento.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * The key database can't be reached now. Transient: nothing was sealed, opened or destroyed, and the same call may
 * succeed later. As a {@link Problem} it is answered 503, on which webhooks are delivered again.
 */
public class KeysUnavailable extends Problem {

    KeysUnavailable(Throwable cause) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "keys-unavailable",
                "The key database is away",
                "The key database can't be reached. Try again in a few seconds.");
        initCause(cause);
    }
}
