package com.qliento.inbound;

import org.jspecify.annotations.Nullable;

/** What came in could not be made durable now; the sender has to deliver it again. */
class NotStored extends RuntimeException {

    NotStored(@Nullable Throwable cause) {
        super("not stored", cause);
    }
}
