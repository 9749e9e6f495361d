package com.qliento.contact;

import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contacts that are sealed with the hour they came in. */
@Component
class KeptContactStore {

    /** As the index has it. */
    private static final String HOURLY =
            " NOT left_hourly AND (substring(address FOR 1) <> '\\x03' OR substring(name FOR 1) <> '\\x03')";

    private final JdbcClient jdbc;

    KeptContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contact's sealed values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID id, byte @Nullable [] address, byte @Nullable [] name) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Who has any; of all organisations. */
    List<OrganisationId> organisations() {
        return jdbc.sql("SELECT organisation_id FROM contact_hourly_organisations()")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** How many the organisation has. */
    long count(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM contact WHERE organisation_id = ? AND" + HOURLY)
                .param(organisation.value())
                .query(Long.class)
                .single();
    }

    /** Those that could not be opened are to be tried again. */
    void tryAgain(OrganisationId organisation) {
        jdbc.sql("UPDATE contact SET left_hourly = false WHERE organisation_id = ? AND left_hourly")
                .param(organisation.value())
                .update();
    }

    /** Locks some of the organisation's that nobody else holds. */
    List<Row> hourly(OrganisationId organisation, UUID after, int most) {
        return jdbc.sql("SELECT id, address, name FROM contact WHERE organisation_id = ? AND id > ? AND" + HOURLY
                        + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(organisation.value())
                .param(after)
                .param(most)
                .query((row, n) ->
                        new Row(row.getObject("id", UUID.class), row.getBytes("address"), row.getBytes("name")))
                .list();
    }

    /** Saves what came of them, with one statement. */
    void save(List<KeptContacts.Outcome> outcomes) {
        jdbc.sql("""
                        UPDATE contact c SET address = u.address, name = u.name, left_hourly = u.is_left
                        FROM unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::boolean[]) AS u (id, address, name, is_left)
                        WHERE c.id = u.id
                        """)
                .param(Texts.of(outcomes, one -> one.row().id()))
                .param(outcomes.stream().map(one -> one.row().address()).toArray(byte[][]::new))
                .param(outcomes.stream().map(one -> one.row().name()).toArray(byte[][]::new))
                .param(Texts.of(outcomes, one -> one.what() == KeptContacts.What.LEFT))
                .update();
    }
}
