package com.qliento.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.consent.ConsentEvent;
import com.qliento.consent.ConsentStatement;
import com.qliento.consent.Consents;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.inbound.NewMessages.Arrived;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyDestroyed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people set in WhatsApp itself: that they want no more advertising of this business, or want it again. It goes into
 * the ledger of consent with the update that tells it, once. To resume gives back what was taken back, and is no consent of
 * somebody who never gave one.
 */
@Component
class Preferences {

    private static final String FIELD = "user_preferences";

    private final Consents consents;
    private final ObjectMapper json = new ObjectMapper();

    Preferences(Consents consents) {
        this.consents = consents;
    }

    /** In the open transaction of the organisation; of these those are looked at that are of this kind and about somebody. */
    void note(OrganisationId organisation, List<Arrived> fresh) {
        for (var one : fresh) {
            var contact = one.sealed().lane();
            if (contact != null && one.parts().kind().equals(FIELD)) {
                for (var preference : preferences(one)) {
                    note(organisation, contact, preference, one);
                }
            }
        }
    }

    private JsonNode preferences(Arrived one) {
        try {
            return json.readTree(one.parts().update().raw())
                    .path("entry")
                    .path(0)
                    .path("changes")
                    .path(0)
                    .path("value")
                    .path(FIELD);
        } catch (IOException impossible) {
            throw new IllegalStateException("what was read as JSON can be read again", impossible);
        }
    }

    private void note(OrganisationId organisation, UUID contact, JsonNode preference, Arrived one) {
        var person = new ContactId(contact);
        var event = event(organisation, person, preference);
        if (event == null) {
            return;
        }
        var arrived = one.sealed();
        var source = new ConsentStatement.Source(
                "whatsapp-settings",
                ConsentStatement.By.THEMSELVES,
                Map.of("update", arrived.id().toString()));
        try {
            var unused = consents.record(
                    organisation,
                    new ConsentStatement(
                            person, Set.of(Purpose.MARKETING), event, source, at(preference, arrived.at())));
        } catch (KeyDestroyed erased) {
            // Somebody who is being erased gets no advertising in any case.
            return;
        }
    }

    private @Nullable ConsentEvent event(OrganisationId organisation, ContactId person, JsonNode preference) {
        if (!preference.path("category").asText("marketing_messages").equals("marketing_messages")) {
            return null;
        }
        return switch (preference.path("value").asText()) {
            case "stop" -> ConsentEvent.WITHDRAWN;
            case "resume" ->
                consents.mayI(organisation, person, Purpose.MARKETING) == Permit.WITHDRAWN ? ConsentEvent.GIVEN : null;
            default -> null;
        };
    }

    /** WhatsApp tells it in seconds; never later than now. */
    private static Instant at(JsonNode preference, Instant now) {
        var seconds = preference.path("timestamp").asLong(0);
        var told = seconds <= 0 || seconds > now.getEpochSecond()
                ? now
                : Instant.ofEpochSecond(seconds).plusMillis(999);
        return told.isBefore(now) ? told : now;
    }
}
