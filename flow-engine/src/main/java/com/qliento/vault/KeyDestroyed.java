package com.qliento.vault;

/**
 * The value can never be read again: its subject was erased, or its time is over, whether the key of its hour is
 * destroyed already or will be soon. Not an error of the caller; show the value as gone.
 */
public class KeyDestroyed extends Unreadable {

    KeyDestroyed(Reason reason, String message) {
        super(reason, message, null);
    }
}
