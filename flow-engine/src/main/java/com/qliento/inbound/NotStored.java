package com.qliento.inbound;

/** What came in could not be made durable now; the sender has to deliver it again. */
class NotStored extends RuntimeException {

    NotStored(Throwable cause) {
        super("not stored", cause);
    }
}
