package com.qliento.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many calls there are, over all organisations.
 *
 * @param oldest since when the first of those that are due waits; null when none is
 */
record CallFigures(long waiting, long calling, @Nullable Instant oldest) {}
