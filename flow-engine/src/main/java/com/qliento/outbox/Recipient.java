package com.qliento.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.Address;
import com.qliento.contact.Person;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whom a queued message goes to, as it stands in the message. */
final class Recipient {

    private Recipient() {}

    /** The message to where this person is reached; there is a number or a user id. */
    static byte[] replaced(byte[] json, Person person) {
        return person.phone() != null
                ? to(Address.Kind.PHONE, person.phone(), json)
                : to(Address.Kind.USER_ID, person.userId(), json);
    }

    private static byte[] to(Address.Kind kind, @Nullable String value, byte[] json) {
        if (value == null) {
            return json;
        }
        ObjectNode message = QueuedJson.read(json);
        Arrays.stream(Address.Kind.values()).forEach(any -> message.remove(any.field()));
        message.put(kind.field(), value);
        return QueuedJson.written(message);
    }
}
