package com.qliento.simulator.whatsapp;

import java.time.Instant;
import java.util.Optional;

/**
 * The phones that the simulated WhatsApp delivers to. WhatsApp knows of them only this; what is shown of it is theirs.
 * Called from many threads. Ids that are not known any more are passed over.
 */
public interface Phones {

    /** The person with this number, digits only, if WhatsApp has heard of them. */
    Optional<Customer> byNumber(String phone);

    /** The person with this business-scoped user id. */
    Optional<Customer> byUserId(String userId);

    /** When the person last wrote to this business number. */
    Optional<Instant> lastWritten(String phone, String phoneNumberId);

    /** A message of the business has arrived, accepted. */
    void deliver(DeliveredMessage message);

    /** A message of the business has come further: sent, delivered or read. */
    void status(String messageId, String status);

    /** The business has read this message of the customer, and with it all earlier ones of the same chat. */
    void read(String messageId);

    /** The business writes an answer to this message of the customer, for some seconds. */
    void typing(String messageId, String phoneNumberId, long seconds);
}
