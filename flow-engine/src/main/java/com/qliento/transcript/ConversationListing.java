package com.qliento.transcript;

import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person sees of conversations. */
@Component
public class ConversationListing {

    /**
     * A conversation as it is listed.
     *
     * @param state free (no flow runs), asking (waits for the customer) or busy (waits for something else)
     * @param element the block it waits at
     * @param windowUntil end of the 24-hour window for free text
     */
    record Summary(
            UUID id,
            UUID channelId,
            UUID contactId,
            String state,
            @Nullable String flow,
            @Nullable String element,
            Instant windowUntil,
            Instant lastStepAt,
            Instant createdAt) {}

    /** One step: the elements it came through. */
    public record TraceStep(
            Instant at,
            @Nullable String instanceId,
            @Nullable String definitionId,
            List<String> path) {}

    private final JdbcClient jdbc;

    ConversationListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Summary> page(OrganisationId organisation, @Nullable UUID after, @Nullable UUID contact, int size) {
        return jdbc.sql("""
                        SELECT * FROM conversation WHERE organisation_id = ? AND channel_id <> contact_id
                          AND (?::uuid IS NULL OR id > ?)
                          AND (?::uuid IS NULL OR contact_id = ?) ORDER BY id LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(contact)
                .param(contact)
                .param(size)
                .query(ConversationListing::summary)
                .list();
    }

    Optional<Summary> find(UUID id) {
        return jdbc.sql("SELECT * FROM conversation WHERE id = ?")
                .param(id)
                .query(ConversationListing::summary)
                .optional();
    }

    public List<TraceStep> trace(UUID id, int size) {
        return jdbc.sql("""
                        SELECT recorded_at, instance_id, definition_id, path FROM conversation_trace WHERE conversation_id = ?
                        ORDER BY recorded_at DESC LIMIT ?
                        """)
                .param(id)
                .param(size)
                .query((row, n) -> new TraceStep(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        Arrays.asList((String[]) row.getArray(4).getArray())))
                .list();
    }

    private static Summary summary(ResultSet row, int n) throws SQLException {
        return new Summary(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("state"),
                row.getString("flow_key"),
                row.getString("element"),
                row.getObject("window_until", OffsetDateTime.class).toInstant(),
                row.getObject("last_step_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
