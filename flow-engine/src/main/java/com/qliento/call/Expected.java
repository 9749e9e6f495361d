package com.qliento.call;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is expected.
 *
 * @param caller a flow that waits
 */
public record Expected(UUID id, Call.Caller caller, Expectation what, Instant until) {}
