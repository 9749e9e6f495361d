package com.qliento.transcript;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.flow.FlowTraffic;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts conversations by flow. The sums are kept for a while: a list of flows is looked at more often than it matters. */
@Component
class ConversationTraffic implements FlowTraffic {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;
    private final LoadingCache<OrganisationId, Map<String, Long>> running =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KEPT).build(this::countRunning);
    private final LoadingCache<OrganisationId, Map<String, Long>> lastDay =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KEPT).build(this::countLastDay);

    ConversationTraffic(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public long running(OrganisationId organisation, String flowKey) {
        return jdbc.sql("SELECT count(*) FROM conversation WHERE organisation_id = ? AND flow_key = ?")
                .param(organisation.value())
                .param(flowKey)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Long> running(OrganisationId organisation) {
        return running.get(organisation);
    }

    @Override
    public Map<String, Long> lastDay(OrganisationId organisation) {
        return lastDay.get(organisation);
    }

    private Map<String, Long> countRunning(OrganisationId organisation) {
        return scope.in(organisation, () -> counts(jdbc.sql("""
                        SELECT flow_key, count(*) FROM conversation WHERE organisation_id = ? AND flow_key IS NOT NULL
                        GROUP BY flow_key
                        """).param(organisation.value())));
    }

    private Map<String, Long> countLastDay(OrganisationId organisation) {
        var since = clock.instant().minus(DAY).atOffset(ZoneOffset.UTC);
        return scope.in(
                organisation,
                () -> counts(jdbc.sql("""
                        SELECT definition_id, count(DISTINCT conversation_id) FROM conversation_trace
                        WHERE organisation_id = ? AND day >= ? AND recorded_at > ? AND definition_id IS NOT NULL
                        GROUP BY definition_id
                        """)
                        .param(organisation.value())
                        .param(since.toLocalDate())
                        .param(since)));
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        var counts = new HashMap<String, Long>();
        statement.query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return Map.copyOf(counts);
    }
}
