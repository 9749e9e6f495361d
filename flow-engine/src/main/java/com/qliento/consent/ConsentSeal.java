package com.qliento.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is personal of the ledger: some words by name, sealed with their person's key alone. */
@Component
class ConsentSeal {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    ConsentSeal(Vault vault) {
        this.vault = vault;
    }

    /** Words that were read, or why they can't be. */
    record Opened(Map<String, String> words, @Nullable String unreadable) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** Null when there are none. */
    byte @Nullable [] seal(OrganisationId organisation, UUID contact, Place place, Map<String, String> words) {
        if (words.isEmpty()) {
            return null;
        }
        try {
            return vault.sealKept(organisation, new SubjectId(contact), place, json.writeValueAsBytes(words))
                    .bytes();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words can be written as JSON", impossible);
        }
    }

    Opened open(OrganisationId organisation, Place place, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new Opened(Map.of(), null);
        }
        try {
            return new Opened(json.readValue(vault.openKept(organisation, place, Sealed.of(sealed)), WORDS), null);
        } catch (Unreadable gone) {
            return new Opened(Map.of(), gone.reason().word());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
