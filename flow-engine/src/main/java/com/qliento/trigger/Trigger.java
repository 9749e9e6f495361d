package com.qliento.trigger;

import com.qliento.conversation.ResultReceiver.WhenBusy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address by which another system begins a flow.
 *
 * @param channel on which number of the business; null when there is no choice
 */
record Trigger(
        UUID id,
        String name,
        String flowKey,
        @Nullable UUID channel,
        Proof proof,
        Mapping mapping,
        WhenBusy whenBusy,
        boolean enabled,
        Instant changedAt,
        String changedBy) {}
