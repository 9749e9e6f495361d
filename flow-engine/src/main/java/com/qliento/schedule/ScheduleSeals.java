package com.qliento.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What schedules hand to their flows, as it is kept. What the organisation set up, or a flow about nobody wished for, is
 * its own and lasts as long as the schedule; what a flow hands along is the contact's, goes with them, and lasts no longer than what they said.
 */
@Component
class ScheduleSeals {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Vault vault;

    ScheduleSeals(Vault vault) {
        this.vault = vault;
    }

    /** Null for no values. */
    byte @Nullable [] ofOrganisation(OrganisationId organisation, UUID schedule, ObjectNode values) {
        return values.isEmpty()
                ? null
                : vault.sealSecret(organisation, place(schedule), bytes(values)).bytes();
    }

    /** The same of what a flow hands along. */
    byte @Nullable [] ofContact(
            OrganisationId organisation, UUID schedule, ContactId contact, Instant at, ObjectNode values) {
        return values.isEmpty()
                ? null
                : vault.seal(organisation, new SubjectId(contact.value()), place(schedule), at, bytes(values))
                        .bytes();
    }

    /** Throws {@link com.qliento.vault.Unreadable} when they can't be opened any more. */
    ObjectNode open(OrganisationId organisation, Schedule schedule, byte @Nullable [] content) {
        if (content == null) {
            return JSON.createObjectNode();
        }
        var sealed = Sealed.of(content);
        var plain = schedule.madeIn() == null || schedule.contact() == null
                ? vault.openSecret(organisation, place(schedule.id()), sealed)
                : vault.open(organisation, place(schedule.id()), sealed);
        try {
            return (ObjectNode) JSON.readTree(plain);
        } catch (IOException broken) {
            throw new UncheckedIOException("the values of a schedule are no JSON", broken);
        }
    }

    private static Place place(UUID schedule) {
        return new Place("flow_schedule", "content", schedule);
    }

    private static byte[] bytes(ObjectNode values) {
        try {
            return JSON.writeValueAsBytes(values);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
