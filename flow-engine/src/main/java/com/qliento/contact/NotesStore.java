package com.qliento.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues noted of people, sealed with their key alone. Inside a transaction of the organisation. */
@Component
class NotesStore {

    private static final String COLUMN = "notes";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    NotesStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Of this person: what stands with whom they are known as now, else with one that turned out to be them. */
    ContactNotes of(OrganisationId organisation, UUID stays) {
        return jdbc
                .sql("""
                        SELECT id, notes FROM contact WHERE (id = ? OR merged_into = ?) AND notes IS NOT NULL
                        ORDER BY merged_into NULLS FIRST, id DESC
                        """)
                .param(stays)
                .param(stays)
                .query((row, n) -> opened(organisation, row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .stream()
                .findFirst()
                .orElse(ContactNotes.NONE);
    }

    void save(OrganisationId organisation, ContactId contact, ContactNotes notes) {
        jdbc.sql("UPDATE contact SET notes = ? WHERE id = ?")
                .param(notes.equals(ContactNotes.NONE) ? null : sealed(organisation, contact, notes))
                .param(contact.value())
                .update();
    }

    private byte[] sealed(OrganisationId organisation, ContactId contact, ContactNotes notes) {
        try {
            var place = new Place("contact", COLUMN, contact.value());
            return vault.sealKept(organisation, contact.subject(), place, json.writeValueAsBytes(notes))
                    .bytes();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("notes can be written as JSON", impossible);
        }
    }

    /** Nothing of somebody who was erased, or whose notes can't be read. */
    ContactNotes opened(OrganisationId organisation, UUID contact, byte @Nullable [] sealed) {
        if (sealed == null) {
            return ContactNotes.NONE;
        }
        try {
            return json.readValue(
                    vault.openKept(organisation, new Place("contact", COLUMN, contact), Sealed.of(sealed)),
                    ContactNotes.class);
        } catch (Unreadable | IOException lost) {
            return ContactNotes.NONE;
        }
    }
}
