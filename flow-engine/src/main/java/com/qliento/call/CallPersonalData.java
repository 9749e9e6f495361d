package com.qliento.call;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecipient;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which other systems were asked about people: whom, when, with what outcome. What was asked is kept until it is asked and
 * no longer; the same is in what they said and answered.
 */
@Component
class CallPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(Whose.contact("call_queue"), Whose.contact("call_record"));

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final PersonalRows rows;

    CallPersonalData(JdbcClient jdbc, OrganisationScope scope, PersonalRows rows) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("call_queue", "contact_id", Category.EXCHANGE, Form.REFERENCE),
                new PersonalPlace("call_queue", "request", Category.EXCHANGE, Form.SEALED),
                new PersonalPlace("call_queue", "reference", Category.EXCHANGE, Form.BLIND_INDEX),
                new PersonalPlace("call_record", "contact_id", Category.TRACE, Form.REFERENCE),
                new PersonalPlace("call_event", "reference", Category.EXCHANGE, Form.BLIND_INDEX),
                new PersonalPlace("call_event", "content", Category.EXCHANGE, Form.SEALED));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> jdbc.sql("""
                                SELECT id, kind, target, element, flow, outcome, recorded_at FROM call_record
                                WHERE contact_id = ANY (?::uuid[]) ORDER BY recorded_at, id
                                """)
                        .param(family.ids())
                        .query((row, n) -> record(row))
                        .list())
                .forEach(into);
    }

    @Override
    public Set<PersonalRecipient> recipients(Family family) {
        return scope.in(
                family.organisation(),
                () -> Set.copyOf(jdbc.sql("""
                                SELECT target, max(recorded_at) AS latest FROM call_record
                                WHERE organisation_id = ? AND contact_id = ANY (?::uuid[]) GROUP BY target
                                """)
                        .param(family.organisation().value())
                        .param(family.ids())
                        .query((row, n) -> new PersonalRecipient(
                                PersonalRecipient.Kind.SYSTEM,
                                row.getString("target"),
                                null,
                                row.getObject("latest", OffsetDateTime.class).toInstant()))
                        .list()));
    }

    /** What is under way ends in a record, which is deleted with the others. */
    @Override
    public void stop(Family family) {
        jdbc.sql("UPDATE call_queue SET cancelled = true WHERE contact_id = ANY (?::uuid[])")
                .param(family.ids())
                .update();
        jdbc.sql("DELETE FROM call_queue WHERE contact_id = ANY (?::uuid[]) AND state IN ('queued', 'expecting')")
                .param(family.ids())
                .update();
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private static PersonalRecord record(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("recipient", row.getString("target"));
        values.put("kind", row.getString("kind"));
        values.put("outcome", row.getString("outcome"));
        values.put("flow", row.getString("flow"));
        values.put("askedBy", row.getString("element"));
        return new PersonalRecord(
                "call",
                row.getObject("id", UUID.class).toString(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                values,
                null);
    }
}
