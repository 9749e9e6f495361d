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
        var place = new Place(TABLE, "answer", id);
        try {
            return vault.seal(
                            lane.organisation(),
                            new SubjectId(lane.contact()),
                            place,
                            settled.at(),
                            OutcomeJson.write(CallResult.of(settled)))
                    .bytes();
        } catch (KeyDestroyed erasedMeanwhile) {
            return null;
        }
    }

    /** @throws com.qliento.vault.Unreadable when it can't be opened any more */
    CallResult outcome(OrganisationId organisation, UUID id, byte[] content) {
        return OutcomeJson.read(vault.open(organisation, new Place(TABLE, "answer", id), Sealed.of(content)));
    }

    private static SubjectId subject(OrganisationId organisation, @Nullable Lane lane) {
        return new SubjectId(lane == null ? organisation.value() : lane.contact());
    }
}
