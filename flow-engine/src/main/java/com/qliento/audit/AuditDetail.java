package com.qliento.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What else is known of a deed, sealed for its entry by the organisation's key. */
final class AuditDetail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditDetail() {}

    /** What to store; null when there is nothing to seal. */
    static byte @Nullable [] seal(
            Vault vault, OrganisationId organisation, UUID entry, SortedMap<String, String> detail) {
        if (detail.isEmpty()) {
            return null;
        }
        try {
            return vault.sealSecret(organisation, place(entry), JSON.writeValueAsBytes(detail))
                    .bytes();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts could not be written.", impossible);
        }
    }

    /** @throws com.qliento.vault.Unreadable when its key is gone, or it was tampered with */
    static SortedMap<String, String> open(
            Vault vault, OrganisationId organisation, UUID entry, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(
                    vault.openSecret(organisation, place(entry), Sealed.of(sealed)),
                    new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException impossible) {
            throw new IllegalStateException("A detail is not what was sealed.", impossible);
        }
    }

    private static Place place(UUID entry) {
        return new Place("audit_entry", "detail", entry);
    }
}
