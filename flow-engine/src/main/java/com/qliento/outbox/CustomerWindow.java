package com.qliento.outbox;

import com.qliento.inbox.Lane;
import java.time.Instant;

/** Knows until when a customer may be written to freely. The end moves on with every message of theirs. */
public interface CustomerWindow {

    /** End of the contact's 24-hour window as it is now; in the past when it is closed. */
    Instant openUntil(Lane lane);
}
