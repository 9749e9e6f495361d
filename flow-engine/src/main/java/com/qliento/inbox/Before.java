package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a page of messages ended, newest first: the next one begins with what is older.
 *
 * @param at the time by which its last message is listed
 * @param id of its last message
 */
public record Before(Instant at, UUID id) {}
