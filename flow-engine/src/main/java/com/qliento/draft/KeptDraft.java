package com.qliento.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft that was put aside.
 *
 * @param by the name of the actor who drew it
 */
public record KeptDraft(UUID id, String by, Instant at) {}
