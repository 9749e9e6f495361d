package com.qliento.transcript;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote and were answered: both directions, as a person reads it and as it travelled. */
@Component
class MessagePersonalData implements PersonalDataStore {

    private static final int PAGE = 200;
    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    private static final String OF_THEIR_MESSAGES =
            "message_key IN (SELECT message_key FROM outbox_message WHERE contact_id = ANY (?::uuid[]))";
    private static final List<Whose> QUEUES = List.of(Whose.contact("inbox_queue"), Whose.contact("outbox_queue"));
    private static final List<Whose> ROWS = List.of(
            new Whose("inbox_status", OF_THEIR_MESSAGES),
            new Whose("outbox_early_status", OF_THEIR_MESSAGES),
            Whose.contact("inbox_queue"),
            Whose.contact("outbox_queue"),
            Whose.contact("inbox_message"),
            Whose.contact("outbox_message"));

    /** Meta keeps what it carries for 30 days. */
    private static final Duration CARRIED = Duration.ofDays(30);

    private final MessageReader reader;
    private final PersonalRows rows;
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final ObjectMapper json = new ObjectMapper();

    MessagePersonalData(MessageReader reader, PersonalRows rows, JdbcClient jdbc, OrganisationScope scope) {
        this.reader = reader;
        this.rows = rows;
        this.jdbc = jdbc;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        var kept = Stream.of("inbox_message", "inbox_queue", "outbox_message", "outbox_queue")
                .flatMap(table -> Stream.concat(
                        Stream.of(
                                new PersonalPlace(table, "contact_id", Category.MESSAGE, Form.REFERENCE),
                                new PersonalPlace(table, "content", Category.MESSAGE, Form.SEALED)),
                        indexes(table)));
        var statuses = Stream.of("inbox_status", "outbox_early_status")
                .map(table -> new PersonalPlace(table, "message_key", Category.MESSAGE, Form.BLIND_INDEX));
        return Stream.concat(kept, statuses).toList();
    }

    private static Stream<PersonalPlace> indexes(String table) {
        return switch (table) {
            case "inbox_message" -> Stream.of(new PersonalPlace(table, "dedupe", Category.MESSAGE, Form.BLIND_INDEX));
            case "outbox_message" ->
                Stream.of(
                        new PersonalPlace(table, "message_key", Category.MESSAGE, Form.BLIND_INDEX),
                        new PersonalPlace(table, "message_id", Category.MESSAGE, Form.SEALED));
            default -> Stream.of();
        };
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        var all = new ArrayList<PersonalRecord>();
        for (var id : family.ids()) {
            var page = reader.read(family.organisation(), null, id, PAGE);
            while (!page.isEmpty()) {
                page.forEach(read -> all.add(record(read)));
                var last = page.get(page.size() - 1).view().id();
                page = page.size() < PAGE ? List.of() : reader.read(family.organisation(), last, id, PAGE);
            }
        }
        Collections.reverse(all);
        all.sort(Comparator.comparing(PersonalRecord::at));
        all.forEach(into);
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /** WhatsApp itself, which has no way to have a message deleted: what it carried ends by itself. */
    @Override
    public Set<PersonalRecipient> recipients(Family family) {
        return scope.in(family.organisation(), () -> jdbc.sql("""
                        SELECT max(at) AS latest FROM (
                          SELECT max(recorded_at) AS at FROM inbox_message WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                          UNION ALL
                          SELECT max(recorded_at) FROM outbox_message WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])) AS m
                        """)
                .param(family.organisation().value())
                .param(family.ids())
                .param(family.organisation().value())
                .param(family.ids())
                .query((row, n) -> Optional.ofNullable(row.getObject("latest", OffsetDateTime.class)))
                .single()
                .map(latest -> Set.of(
                        new PersonalRecipient(PersonalRecipient.Kind.CARRIER, "WhatsApp", CARRIED, latest.toInstant())))
                .orElse(Set.of()));
    }

    /** What waits is neither handled nor sent. */
    @Override
    public void stop(Family family) {
        rows.delete(family, QUEUES);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private PersonalRecord record(MessageReader.Read read) {
        var view = read.view();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("direction", view.direction());
        values.put("type", view.type());
        values.put("text", view.text());
        if (!view.offers().isEmpty()) {
            values.put("offers", view.offers());
        }
        values.put("state", view.state());
        if (view.receivedAt() != null) {
            values.put("receivedAt", view.receivedAt().toString());
        }
        values.put("channel", view.channelId().toString());
        values.put("asSent", asSent(read.content()));
        return new PersonalRecord(
                "message",
                view.id().toString(),
                view.at(),
                values,
                view.erased() ? (view.noted() == null ? "erased" : view.noted().code()) : null);
    }

    private @Nullable Map<String, Object> asSent(byte @Nullable [] content) {
        try {
            return content == null ? null : json.readValue(content, TREE);
        } catch (IOException notJson) {
            return null;
        }
    }
}
