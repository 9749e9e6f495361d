package com.qliento.vault;

import java.security.GeneralSecurityException;

/**
 * Wraps every other key; whoever has it and the key database has all values. An implementation may ask a key
 * management service: it is called once for a key that is created, and once for one that is read into the cache.
 */
public interface RootKey {

    /** Wraps a key, bound to the associated data. */
    byte[] wrap(byte[] key, byte[] associatedData) throws GeneralSecurityException;

    /** Gives back what {@link #wrap} got; throws when it was wrapped by another root key or bound to something else. */
    byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException;
}
