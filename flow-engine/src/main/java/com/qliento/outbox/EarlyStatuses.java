package com.qliento.outbox;

import com.qliento.database.Texts;
import com.qliento.inbox.StatusArrival;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Outage;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Statuses that know a message by WhatsApp's id only, and overtook the answer that tells it. They are kept until the
 * answer is recorded; those of messages that are not ours are forgotten when no answer can come any more.
 */
@Component
class EarlyStatuses {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyStatuses.class);

    /** A call's answer is waited for 40 s; the rest is for recording it. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    /** A message may be in the queue for long before it is sent; only partitions since then are searched. */
    private static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;
    private final SendNews news;
    private final Outage outage = new Outage(LOG, "Statuses that came early can't be applied yet");

    EarlyStatuses(JdbcClient jdbc, OrganisationScope scope, Clock clock, SendNews news) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
        this.news = news;
    }

    /** Keeps those whose message is not known, in the open transaction of the organisation. */
    void keep(OrganisationId organisation, Collection<StatusArrival> statuses) {
        jdbc.sql("""
                        INSERT INTO outbox_early_status (organisation_id, message_key, status, rank, at, error_code, reason, recorded_at)
                        SELECT ?, u.*, ?
                        FROM unnest(?::bytea[], ?::text[], ?::int[], ?::timestamptz[], ?::int[], ?::text[]) AS u (key, status, rank, at, code, reason)
                        WHERE NOT EXISTS (SELECT FROM outbox_message m WHERE m.message_key = u.key)
                        """)
                .param(organisation.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(statuses.stream().map(StatusArrival::messageKey).toArray(byte[][]::new))
                .param(statuses.stream().map(StatusArrival::status).toArray(String[]::new))
                .param(statuses.stream().map(StatusArrival::rank).toArray(Integer[]::new))
                .param(Texts.of(statuses, StatusArrival::at))
                .param(statuses.stream().map(StatusArrival::errorCode).toArray(Integer[]::new))
                .param(OutboxStatuses.reasons(statuses))
                .update();
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            jdbc.sql("SELECT * FROM outbox_early_organisations()")
                    .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                    .list()
                    .forEach(organisation -> scope.run(organisation, () -> apply(organisation)));
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** One statement, so what it removes is what it saw; a status that comes meanwhile is there at the next sweep. */
    private void apply(OrganisationId organisation) {
        var now = clock.instant();
        var since = Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS));
        var failed = jdbc.sql("""
                        WITH known AS (
                          SELECT e.*, m.day, m.id FROM outbox_early_status e
                          JOIN outbox_message m ON m.message_key = e.message_key AND m.day >= ?
                        ), furthest AS (
                          SELECT DISTINCT ON (day, id) * FROM known ORDER BY day, id, rank DESC
                        ), applied AS (
                          UPDATE outbox_message m SET state = f.status, rank = f.rank, state_at = f.at,
                            error_code = f.error_code, reason = f.reason
                          FROM furthest f WHERE m.day = f.day AND m.id = f.id AND m.rank < f.rank
                          RETURNING m.*
                        ), gone AS (
                          DELETE FROM outbox_early_status
                          WHERE recorded_at < ? OR seq IN (SELECT seq FROM known)
                        )
                        SELECT * FROM applied WHERE state = 'failed'
                        """)
                .param(since)
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(SendNews.rows(organisation))
                .list();
        news.failed(failed);
    }
}
