package com.qliento.organisation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.database.DatabaseNotification;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations of this cell. Reads are cached; a change reaches every node at once, at the latest in a minute. */
@Component
public class Organisations {

    private static final String TOPIC = "organisation";

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<OrganisationId, Organisation> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);

    Organisations(OrganisationScope scope, JdbcClient jdbc, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The organisation; throws {@link Problem} (not found) when there is none. */
    public Organisation get(OrganisationId id) {
        return cache.get(id);
    }

    /** All there are, in no order. */
    public List<OrganisationId> ids() {
        return jdbc.sql("SELECT * FROM organisation_ids()")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Adds the organisation, or changes the one of this id to be like it. */
    public void save(Organisation organisation) {
        scope.run(organisation.id(), () -> {
            jdbc.sql("""
                            INSERT INTO organisation (id, name, fallback_reply, stop_keywords, stop_reply, created_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, fallback_reply = excluded.fallback_reply,
                              stop_keywords = excluded.stop_keywords, stop_reply = excluded.stop_reply
                            """)
                    .param(organisation.id().value())
                    .param(organisation.name())
                    .param(organisation.fallbackReply())
                    .param(organisation.stopKeywords().toArray(String[]::new))
                    .param(organisation.stopReply())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("SELECT pg_notify('qliento', ?)")
                    .param(TOPIC + ":" + organisation.id())
                    .query((row, n) -> true)
                    .single();
        });
        cache.invalidate(organisation.id());
    }

    private Organisation load(OrganisationId id) {
        return scope.in(id, () -> jdbc.sql("SELECT name, fallback_reply, stop_keywords, stop_reply FROM organisation")
                .query((row, n) -> new Organisation(
                        id,
                        row.getString("name"),
                        row.getString("fallback_reply"),
                        Arrays.asList((String[]) row.getArray("stop_keywords").getArray()),
                        row.getString("stop_reply")))
                .optional()
                .orElseThrow(() -> Problem.notFound("organisation", id)));
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            cache.invalidateAll();
        }
    }
}
