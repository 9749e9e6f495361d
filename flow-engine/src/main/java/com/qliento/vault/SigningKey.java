package com.qliento.vault;

import java.time.Instant;

/**
 * The public half of a key that this Qliento signs with.
 *
 * @param id the first half of the SHA-256 of the key, as hex
 * @param publicKey Ed25519, as an X.509 SubjectPublicKeyInfo in Base64: what a PEM file has between its lines
 */
public record SigningKey(String id, String publicKey, Instant since) {}
