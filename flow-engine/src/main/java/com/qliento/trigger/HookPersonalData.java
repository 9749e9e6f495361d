package com.qliento.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other systems told of people by triggers. No row names a person: whose it is, is in the sealed value's head. */
@Component
class HookPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(new Whose(
            "flow_trigger_delivery",
            "substring(content FROM 2 FOR 16) IN (SELECT uuid_send(one) FROM unnest(?::uuid[]) AS one)"));

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();
    private final PersonalRows rows;

    HookPersonalData(JdbcClient jdbc, OrganisationScope scope, Vault vault, PersonalRows rows) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("flow_trigger_delivery", "content", Category.EXCHANGE, Form.SEALED),
                new PersonalPlace("flow_trigger_delivery", "dedupe", Category.EXCHANGE, Form.BLIND_INDEX));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> jdbc.sql("""
                                SELECT d.id, d.content, d.outcome, d.recorded_at, t.name FROM flow_trigger_delivery d
                                LEFT JOIN flow_trigger t ON t.id = d.trigger_id
                                WHERE d.organisation_id = ?
                                  AND substring(d.content FROM 2 FOR 16)
                                    IN (SELECT uuid_send(one) FROM unnest(?::uuid[]) AS one)
                                ORDER BY d.recorded_at, d.id
                                """)
                        .param(family.organisation().value())
                        .param(family.ids())
                        .query((row, n) -> record(family.organisation(), row))
                        .list())
                .forEach(into);
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private PersonalRecord record(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("trigger", row.getString("name"));
        values.put("outcome", row.getString("outcome"));
        String unreadable = null;
        try {
            var sent = vault.open(organisation, Hooks.place(id), Sealed.of(row.getBytes("content")));
            values.put("sent", json.convertValue(SentJson.read(sent), Object.class));
        } catch (Unreadable gone) {
            unreadable = gone.reason().word();
        } catch (UncheckedIOException notJson) {
            unreadable = Unreadable.Reason.CHANGED.word();
        }
        return new PersonalRecord(
                "heard",
                id.toString(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                values,
                unreadable);
    }
}
