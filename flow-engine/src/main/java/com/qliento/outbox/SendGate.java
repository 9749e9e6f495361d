package com.qliento.outbox;

import com.qliento.consent.Consents;
import com.qliento.consent.Purpose;
import com.qliento.organisation.OrganisationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks once more, in the transaction before the call, what was asked when a message was queued: it may have waited, and its
 * receiver may have taken their consent back meanwhile. Only a call that is in the air already goes on.
 */
@Component
class SendGate {

    /** How it stands in a message's reason; behind it, why. */
    private static final String REASON = "not_allowed_";

    private final Consents consents;

    SendGate(Consents consents) {
        this.consents = consents;
    }

    /** Of those that may not be sent, why; asks nothing for replies, and one statement for each purpose else. */
    Map<UUID, String> refusals(OrganisationId organisation, Collection<Granted> messages) {
        var asked = new EnumMap<Purpose, List<Granted>>(Purpose.class);
        for (var message : messages) {
            if (message.purpose() != null) {
                asked.computeIfAbsent(message.purpose(), purpose -> new ArrayList<>())
                        .add(message);
            }
        }
        var refusals = new HashMap<UUID, String>();
        asked.forEach((purpose, some) -> {
            var contacts = some.stream().map(Granted::contact).distinct().toList();
            var permits = consents.mayI(organisation, contacts, purpose);
            some.forEach(message -> {
                var permit = permits.get(message.contact());
                if (permit != null && !permit.allowed()) {
                    refusals.put(message.id(), REASON + permit.code().replace('-', '_'));
                }
            });
        });
        return refusals;
    }
}
