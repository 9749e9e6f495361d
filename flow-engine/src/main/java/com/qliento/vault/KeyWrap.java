package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Random;
import com.qliento.organisation.OrganisationId;
import java.security.GeneralSecurityException;

/** Makes keys and wraps them by the root key, each bound to its organisation, kind and id: a swapped row doesn't open. */
final class KeyWrap {

    /** What a key is for; part of what its wrapping is bound to. */
    enum Kind {
        SUBJECT,
        HOUR,
        PEPPER,
        SIGNING
    }

    private static final int KEY_BYTES = 32;

    private final RootKey root;

    KeyWrap(RootKey root) {
        this.root = root;
    }

    /** A new random key of 256 bits. */
    static byte[] newKey() {
        return Random.randBytes(KEY_BYTES);
    }

    byte[] wrap(Kind kind, OrganisationId organisation, Object id, byte[] key) {
        try {
            return root.wrap(key, boundTo(kind, organisation, id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The root key could not wrap a key.", e);
        }
    }

    byte[] unwrap(Kind kind, OrganisationId organisation, Object id, byte[] wrapped) {
        try {
            return root.unwrap(wrapped, boundTo(kind, organisation, id));
        } catch (GeneralSecurityException e) {
            throw new Tampered("The root key does not open a key of the key database: the row was changed.", e);
        }
    }

    private static byte[] boundTo(Kind kind, OrganisationId organisation, Object id) {
        return (kind + "|" + organisation + "|" + id).getBytes(UTF_8);
    }
}
