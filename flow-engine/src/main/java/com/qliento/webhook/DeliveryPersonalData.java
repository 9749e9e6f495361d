package com.qliento.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
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
import com.qliento.vault.spi.PersonalRecipient;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.io.IOException;
import java.net.URI;
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

/** What the organisation's endpoints were told about people. */
@Component
class DeliveryPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(Whose.contact("webhook_delivery"));

    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();
    private final PersonalRows rows;

    DeliveryPersonalData(JdbcClient jdbc, OrganisationScope scope, Vault vault, PersonalRows rows) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("webhook_delivery", "contact_id", Category.EXCHANGE, Form.REFERENCE),
                new PersonalPlace("webhook_delivery", "body", Category.EXCHANGE, Form.SEALED));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> jdbc.sql("""
                                SELECT d.*, e.address FROM webhook_delivery d
                                LEFT JOIN webhook_endpoint e ON e.id = d.endpoint_id
                                WHERE d.organisation_id = ? AND d.contact_id = ANY (?::uuid[]) ORDER BY d.recorded_at, d.id
                                """)
                        .param(family.organisation().value())
                        .param(family.ids())
                        .query((row, n) -> record(family.organisation(), row))
                        .list())
                .forEach(into);
    }

    @Override
    public Set<PersonalRecipient> recipients(Family family) {
        return scope.in(
                family.organisation(),
                () -> Set.copyOf(jdbc.sql("""
                                SELECT e.address, max(d.tried_at) AS latest FROM webhook_delivery d
                                JOIN webhook_endpoint e ON e.id = d.endpoint_id
                                WHERE d.organisation_id = ? AND d.contact_id = ANY (?::uuid[]) AND d.tried_at IS NOT NULL
                                GROUP BY e.address
                                """)
                        .param(family.organisation().value())
                        .param(family.ids())
                        .query((row, n) -> new PersonalRecipient(
                                PersonalRecipient.Kind.ENDPOINT,
                                EndpointAddress.server(row.getString("address")),
                                null,
                                row.getObject("latest", OffsetDateTime.class).toInstant()))
                        .list()));
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
        values.put("recipient", host(row.getString("address")));
        values.put("event", row.getString("kind"));
        values.put("state", row.getString("state"));
        String unreadable = null;
        try {
            var body = vault.open(organisation, DeliveryQueue.place(id), Sealed.of(row.getBytes("body")));
            values.put("body", json.readValue(body, TREE));
        } catch (Unreadable gone) {
            unreadable = gone.reason().word();
        } catch (IOException notOurs) {
            unreadable = Unreadable.Reason.CHANGED.word();
        }
        return new PersonalRecord(
                "told",
                id.toString(),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                values,
                unreadable);
    }

    /** An address may hold what is nobody's business; null when its endpoint is gone. */
    private static @Nullable String host(@Nullable String address) {
        return address == null ? null : URI.create(address).getHost();
    }
}
