package com.qliento.vault;

import org.jspecify.annotations.Nullable;

/**
 * The value is not what was sealed for this organisation and place: changed, moved from another row or organisation,
 * or without the key it names. A key without tombstone goes missing only when the key database was replaced by one
 * older than the value.
 */
public class Tampered extends Unreadable {

    Tampered(String message) {
        super(Reason.CHANGED, message, null);
    }

    Tampered(String message, @Nullable Throwable cause) {
        super(Reason.CHANGED, message, cause);
    }

    Tampered(Reason reason, String message) {
        super(reason, message, null);
    }
}
