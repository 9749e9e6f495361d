package com.qliento.secret;

import java.time.Instant;

/**
 * What is shown of a secret.
 *
 * @param changedAt when its value was set last
 * @param changedBy the account's id of whoever set it, or an API key's name
 */
public record SecretFacts(String name, Instant changedAt, String changedBy) {}
