package com.qliento.host;

import java.time.Instant;

/**
 * A host of an organisation's list.
 *
 * @param host as it is written: {@code host}, {@code *.host}, either with a port
 * @param allowed whether requests go there; else somebody asks for it
 * @param changedAt when it was allowed or asked for
 * @param changedBy the account's id of whoever did, or an API key's name
 */
public record HostFacts(String host, boolean allowed, Instant changedAt, String changedBy) {}
