package com.qliento.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much waits, over all organisations. */
record InboxFigures(
        long pending,
        long results,
        long held,
        long parked,
        long statuses,
        @Nullable Instant oldest) {}
