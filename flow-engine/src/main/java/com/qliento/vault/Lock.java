package com.qliento.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** One of the locks on a value: usable, or destroyed for ever. */
sealed interface Lock {

    /** Locks the bytes, bound to the associated data. Throws {@link KeyDestroyed}. */
    byte[] lock(byte[] plain, byte[] boundTo);

    /** Unlocks them. Throws {@link KeyDestroyed}, or {@link Tampered} when they don't fit key and associated data. */
    byte[] unlock(byte[] locked, byte[] boundTo);

    /** AES-256-GCM with a random nonce; good for far more seals than one person or one hour brings (2^32). */
    static Lock of(byte[] key) {
        try {
            return new Usable(new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available on this Java runtime.", e);
        }
    }

    /** A lock whose key is gone because of this. */
    static Lock destroyed(Unreadable.Reason reason, String message) {
        return new Destroyed(reason, message);
    }

    /** Holds its key. */
    record Usable(Aead aead) implements Lock {
        @Override
        public byte[] lock(byte[] plain, byte[] boundTo) {
            try {
                return aead.encrypt(plain, boundTo);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A value could not be sealed.", e);
            }
        }

        @Override
        public byte[] unlock(byte[] locked, byte[] boundTo) {
            try {
                return aead.decrypt(locked, boundTo);
            } catch (GeneralSecurityException e) {
                throw new Tampered("The value was changed, or belongs to another place.", e);
            }
        }
    }

    /** Remembers only that there was a key. */
    record Destroyed(Unreadable.Reason reason, String message) implements Lock {
        @Override
        public byte[] lock(byte[] plain, byte[] boundTo) {
            throw new KeyDestroyed(reason, message);
        }

        @Override
        public byte[] unlock(byte[] locked, byte[] boundTo) {
            throw new KeyDestroyed(reason, message);
        }
    }
}
