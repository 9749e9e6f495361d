package com.qliento.rectification;

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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is personal of a correction, sealed with the person's key alone: it goes with them. */
@Component
class DisputeWords {

    private static final TypeReference<Map<String, @Nullable String>> WORDS = new TypeReference<>() {};

    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    DisputeWords(Vault vault) {
        this.vault = vault;
    }

    /**
     * What was kept, what is right and what shows it.
     *
     * @param unreadable why it can't be read; null when it can
     */
    record Said(
            @Nullable String before,
            @Nullable String proposed,
            @Nullable String evidence,
            @Nullable String unreadable) {

        @Override
        public String toString() {
            return "Said";
        }
    }

    byte[] seal(OrganisationId organisation, UUID contact, UUID id, Said said) {
        var words = new HashMap<String, @Nullable String>();
        words.put("before", said.before());
        words.put("proposed", said.proposed());
        words.put("evidence", said.evidence());
        try {
            return vault.sealKept(
                            organisation, new SubjectId(contact), place("words", id), json.writeValueAsBytes(words))
                    .bytes();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Said open(OrganisationId organisation, UUID id, byte[] sealed) {
        try {
            var words = json.readValue(vault.openKept(organisation, place("words", id), Sealed.of(sealed)), WORDS);
            return new Said(words.get("before"), words.get("proposed"), words.get("evidence"), null);
        } catch (Unreadable gone) {
            return new Said(null, null, null, gone.reason().word());
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    byte[] sealReason(OrganisationId organisation, UUID contact, UUID id, String reason) {
        return vault.sealKept(
                        organisation,
                        new SubjectId(contact),
                        place("reason", id),
                        reason.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    @Nullable
    String openReason(OrganisationId organisation, UUID id, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(
                    vault.openKept(organisation, place("reason", id), Sealed.of(sealed)), StandardCharsets.UTF_8);
        } catch (Unreadable gone) {
            return null;
        }
    }

    private static Place place(String column, UUID id) {
        return new Place("rectification", column, id);
    }
}
