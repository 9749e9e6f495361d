package com.qliento.vault;

/**
 * The value can never be read again: its subject was erased or its receipt hour's key has expired. Not an error of the
 * caller; show the value as gone.
 */
public class KeyDestroyed extends Unreadable {

    KeyDestroyed(String message) {
        super(Reason.ERASED, message, null);
    }
}
