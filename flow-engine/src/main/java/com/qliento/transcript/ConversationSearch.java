package com.qliento.transcript;

import com.qliento.contact.ContactId;
import com.qliento.contact.Person;
import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds conversations by what they are at; inside a transaction of the organisation. */
@Component
class ConversationSearch {

    /** A conversation's row without what is personal. */
    record Row(
            UUID id,
            UUID channel,
            UUID contact,
            String state,
            @Nullable String flow,
            @Nullable String definitionId,
            @Nullable String element,
            Instant windowUntil,
            Instant lastStepAt,
            Instant createdAt) {

        ConversationView view(Person person) {
            return new ConversationView(
                    id,
                    channel,
                    contact,
                    person,
                    state,
                    flow,
                    definitionId,
                    element,
                    windowUntil,
                    lastStepAt,
                    createdAt);
        }
    }

    /** How many conversations stand somewhere. */
    record Standing(String definitionId, @Nullable String element, long conversations) {}

    /** A row of before has no other note of where it stands than the question that waits. */
    private static final String STANDS_AT = "coalesce(stands_at, element)";

    /** Runs, which are about nobody, are no conversations to anybody; each is its own channel and contact. */
    private static final String CHATS = "channel_id <> contact_id";

    private final JdbcClient jdbc;

    ConversationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> page(
            OrganisationId organisation,
            ConversationFilter filter,
            @Nullable List<ContactId> contacts,
            @Nullable ConversationCursor after,
            int size) {
        var where = where(organisation, filter, contacts);
        var sql = "SELECT *, " + STANDS_AT + " AS place FROM conversation WHERE "
                + String.join(" AND ", where.keySet())
                + (after == null ? "" : " AND (active_on, last_step_at, id) < (?, ?, ?)")
                + " ORDER BY active_on DESC, last_step_at DESC, id DESC LIMIT ?";
        return ask(sql, where, after).param(size).query(ConversationSearch::row).list();
    }

    /** So many from the middle. */
    List<Row> slice(
            OrganisationId organisation,
            ConversationFilter filter,
            @Nullable List<ContactId> contacts,
            ConversationOrder order,
            Slice slice) {
        var where = where(organisation, filter, contacts);
        var sql = "SELECT *, " + STANDS_AT + " AS place FROM conversation WHERE " + String.join(" AND ", where.keySet())
                + " ORDER BY " + order.columns() + " LIMIT ? OFFSET ?";
        return ask(sql, where, null)
                .param(slice.size())
                .param(slice.offset())
                .query(ConversationSearch::row)
                .list();
    }

    int count(OrganisationId organisation, ConversationFilter filter, @Nullable List<ContactId> contacts) {
        var where = where(organisation, filter, contacts);
        return ask("SELECT count(*) FROM conversation WHERE " + String.join(" AND ", where.keySet()), where, null)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> where(
            OrganisationId organisation, ConversationFilter filter, @Nullable List<ContactId> contacts) {
        var where = new LinkedHashMap<String, @Nullable Object>();
        where.put(CHATS + " AND organisation_id = ?", organisation.value());
        where.put("flow_key = ?", filter.flow());
        where.put("definition_id = ?", filter.definitionId());
        where.put(STANDS_AT + " = ?", filter.element());
        where.put("state = ?", filter.state());
        where.put("contact_id = ANY (?::uuid[])", contacts == null ? null : Texts.of(contacts));
        where.values().removeIf(Objects::isNull);
        return where;
    }

    private JdbcClient.StatementSpec ask(
            String sql, Map<String, @Nullable Object> where, @Nullable ConversationCursor after) {
        var statement = jdbc.sql(sql);
        for (var value : where.values()) {
            statement = statement.param(value);
        }
        return after == null
                ? statement
                : statement
                        .param(LocalDate.ofInstant(after.at(), ZoneOffset.UTC))
                        .param(after.at().atOffset(ZoneOffset.UTC))
                        .param(after.id());
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT *, " + STANDS_AT + " AS place FROM conversation WHERE id = ?")
                .param(id)
                .query(ConversationSearch::row)
                .optional();
    }

    /** The conversations of these contacts; ids by contact. Who has none is left out. */
    Map<UUID, UUID> of(Collection<UUID> contacts) {
        var found = new HashMap<UUID, UUID>();
        jdbc.sql("SELECT contact_id, id FROM conversation WHERE contact_id = ANY (?::uuid[])")
                .param(Texts.of(contacts))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return found;
    }

    /** How many of a flow's conversations stand where, for all versions that have any. */
    List<Standing> standing(OrganisationId organisation, String flow) {
        return jdbc.sql("SELECT definition_id, " + STANDS_AT + ", count(*) FROM conversation"
                        + " WHERE organisation_id = ? AND flow_key = ? AND definition_id IS NOT NULL GROUP BY 1, 2")
                .param(organisation.value())
                .param(flow)
                .query((row, n) -> new Standing(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("state"),
                row.getString("flow_key"),
                row.getString("definition_id"),
                row.getString("place"),
                row.getObject("window_until", OffsetDateTime.class).toInstant(),
                row.getObject("last_step_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
