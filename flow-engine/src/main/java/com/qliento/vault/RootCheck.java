package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ties the key database to one root key by a value that the root key wrapped at the first start. A wrong root key so
 * stops the start, instead of making every message look tampered with.
 */
final class RootCheck {

    private static final byte[] KNOWN = "qliento root check".getBytes(UTF_8);
    private static final byte[] BOUND_TO = "ROOT".getBytes(UTF_8);

    private final KeyDatabase keys;

    RootCheck(KeyDatabase keys) {
        this.keys = keys;
    }

    /** Whether a start has tied a root key to this database already, so that keys may depend on it. */
    boolean inUse() {
        return keys.withoutOrganisation(RootCheck::read).isPresent();
    }

    /**
     * Ties the root key to the database if none is yet, and makes sure that it is this one.
     *
     * @throws IllegalStateException when the database belongs to another root key
     */
    void tie(RootKey root) {
        try {
            byte[] mine = root.wrap(KNOWN, BOUND_TO);
            byte[] stored = keys.withoutOrganisation(jdbc -> {
                jdbc.sql("INSERT INTO vault_root (wrapped) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(mine)
                        .update();
                return read(jdbc).orElseThrow();
            });
            root.unwrap(stored, BOUND_TO);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The root keyset does not belong to this key database: its keys were wrapped by another one. "
                            + "Every node needs the same root keyset file; copy it from the node that started first, "
                            + "or point qliento.vault.root-keyset at it.",
                    e);
        }
    }

    /** Answers when the database does; throws {@link KeysUnavailable} else. */
    void reach() {
        keys.withoutOrganisation(RootCheck::read);
    }

    private static Optional<byte[]> read(JdbcClient jdbc) {
        return jdbc.sql("SELECT wrapped FROM vault_root").query(byte[].class).optional();
    }
}
