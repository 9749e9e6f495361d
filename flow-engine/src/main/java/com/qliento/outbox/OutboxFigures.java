package com.qliento.outbox;

/** How much is unsettled, over all organisations. */
record OutboxFigures(long queued, long sending, long unsure) {}
