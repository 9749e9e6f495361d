package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests and outcomes as they are kept: sealed for whom they are about, or for the organisation when about nobody. */
@Component
class CallSeals {

    private static final String TABLE = "call_queue";

    private final Vault vault;

    CallSeals(Vault vault) {
        this.vault = vault;
    }

    byte[] request(Call call) {
        var organisation = call.caller().organisation();
        return vault.seal(
                        organisation,
                        subject(organisation, call.caller().lane()),
                        new Place(TABLE, "request", call.id()),
                        TimeOrderedId.timeOf(call.id()),
                        OutcomeJson.bytes(call.request()))
                .bytes();
    }

    /** @throws com.qliento.vault.Unreadable when it can't be opened any more */
    JsonNode request(Marked call) {
        var ticket = call.ticket();
        return OutcomeJson.tree(vault.open(
                ticket.line().organisation(), new Place(TABLE, "request", ticket.id()), Sealed.of(call.request())));
    }

    /** Null for somebody who was erased while the call was under way: nobody waits then. */
    byte @Nullable [] outcome(UUID id, Lane lane, Settled settled) {
        return outcome(id, lane, settled.at(), CallResult.of(settled));
    }

    /** The same. */
    byte @Nullable [] outcome(UUID id, Lane lane, Instant at, CallResult result) {
        var place = new Place(TABLE, "answer", id);
        try {
            return vault.seal(lane.organisation(), new SubjectId(lane.contact()), place, at, OutcomeJson.write(result))
                    .bytes();
        } catch (KeyDestroyed erasedMeanwhile) {
            return null;
        }
    }

    /** @throws com.qliento.vault.Unreadable when it can't be opened any more */
    CallResult outcome(OrganisationId organisation, UUID id, byte[] content) {
        return OutcomeJson.read(vault.open(organisation, new Place(TABLE, "answer", id), Sealed.of(content)));
    }

    /** By which something expected is found. */
    byte[] reference(OrganisationId organisation, String reference) {
        return vault.index(organisation, "event", reference).bytes();
    }

    /** Something that happened before it was expected: about whom it is nobody knows yet. */
    byte[] event(OrganisationId organisation, UUID id, JsonNode event) {
        return vault.seal(
                        organisation,
                        new SubjectId(organisation.value()),
                        new Place("call_event", "content", id),
                        TimeOrderedId.timeOf(id),
                        OutcomeJson.bytes(event))
                .bytes();
    }

    /** @throws com.qliento.vault.Unreadable when it can't be opened any more */
    JsonNode event(OrganisationId organisation, ExpectedStore.Happened happened) {
        var place = new Place("call_event", "content", happened.id());
        return OutcomeJson.tree(vault.open(organisation, place, Sealed.of(happened.content())));
    }

    private static SubjectId subject(OrganisationId organisation, @Nullable Lane lane) {
        return new SubjectId(lane == null ? organisation.value() : lane.contact());
    }
}
