package com.qliento.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that has ended, as it is recorded.
 *
 * @param conversation that asked for it; null when none did, as for a run
 */
public record Ended(String kind, @Nullable UUID conversation) {}
