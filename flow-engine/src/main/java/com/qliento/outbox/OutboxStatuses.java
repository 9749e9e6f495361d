package com.qliento.outbox;

import com.qliento.connector.whatsapp.GraphError;
import com.qliento.database.Texts;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.StatusArrival;
import com.qliento.inbox.StatusHandler;
import com.qliento.inbox.Traffic;
import com.qliento.organisation.OrganisationId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves messages on as WhatsApp reports; never backwards, whatever order the reports come in. A report also settles a
 * message of which it was not known whether WhatsApp had it.
 */
@Component
class OutboxStatuses implements StatusHandler {

    private static final String FAILED = "failed";

    private final JdbcClient jdbc;
    private final OutboxStore store;
    private final EarlyStatuses early;
    private final Dispatcher dispatcher;
    private final Told told;

    /** Who is told of what changed. */
    @Component
    record Told(ApplicationEventPublisher events, SendNews news) {}

    OutboxStatuses(JdbcClient jdbc, OutboxStore store, EarlyStatuses early, Dispatcher dispatcher, Told told) {
        this.jdbc = jdbc;
        this.store = store;
        this.early = early;
        this.dispatcher = dispatcher;
        this.told = told;
    }

    @Override
    public void apply(OrganisationId organisation, List<StatusArrival> statuses) {
        var byId = furthest(
                statuses.stream().filter(s -> s.delivery() != null).toList(),
                StatusArrival::delivery,
                Comparator.comparing(UUID::toString));
        // The queue before the messages, as the dispatcher settles what it sent: the other way round both wait for each
        // other.
        if (!byId.isEmpty()) {
            settle(organisation, byId);
        }
        byId.values().stream()
                .collect(Collectors.groupingBy(s -> TimeOrderedId.dayOf(id(s)), TreeMap::new, Collectors.toList()))
                .forEach((day, some) -> updateById(organisation, day, some));
        var byKey = furthest(
                statuses.stream().filter(s -> s.delivery() == null).toList(),
                StatusArrival::messageKey,
                Arrays::compareUnsigned);
        if (!byKey.isEmpty()) {
            updateByKey(organisation, byKey.values());
            early.keep(organisation, byKey.values());
        }
        told.events().publishEvent(new Traffic(organisation));
    }

    private static UUID id(StatusArrival status) {
        return Objects.requireNonNull(status.delivery());
    }

    /**
     * The furthest status of each message, in the database's order of ids or keys: nodes that write the same rows take
     * them in the same order, so that none waits for the other for ever.
     */
    private static <K> Map<K, StatusArrival> furthest(
            List<StatusArrival> statuses, Function<StatusArrival, @Nullable K> key, Comparator<K> order) {
        var result = new TreeMap<K, StatusArrival>(order);
        statuses.stream()
                .sorted(Comparator.comparingInt(StatusArrival::rank))
                .forEach(status -> result.put(Objects.requireNonNull(key.apply(status)), status));
        return result;
    }

    private void updateById(OrganisationId organisation, LocalDate day, List<StatusArrival> statuses) {
        if (statuses.size() > 1) {
            lock(day, statuses);
        }
        update(
                organisation,
                statuses,
                """
                UPDATE outbox_message m SET state = u.status, parked = false, rank = u.rank, state_at = u.at,
                  error_code = u.code, reason = u.reason, message_key = coalesce(m.message_key, u.key)
                FROM unnest(?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::int[], ?::text[], ?::bytea[]) AS u (id, status, rank, at, code, reason, key)
                WHERE m.day = ? AND m.id = ANY (?::uuid[]) AND m.id = u.id AND m.rank < u.rank
                """,
                List.of(
                        Texts.of(statuses, StatusArrival::delivery),
                        statuses.stream().map(StatusArrival::status).toArray(String[]::new),
                        statuses.stream().map(StatusArrival::rank).toArray(Integer[]::new),
                        Texts.of(statuses, StatusArrival::at),
                        statuses.stream().map(StatusArrival::errorCode).toArray(Integer[]::new),
                        reasons(statuses),
                        statuses.stream().map(StatusArrival::messageKey).toArray(byte[][]::new),
                        Date.valueOf(day),
                        Texts.of(statuses, StatusArrival::delivery)));
    }

    /** In the order of their ids, whatever plan the update has: that takes rows as they lie when a table is large. */
    private void lock(LocalDate day, List<StatusArrival> statuses) {
        jdbc.sql("""
                        SELECT count(*) FROM (SELECT 1 FROM outbox_message WHERE day = ? AND id = ANY (?::uuid[])
                          ORDER BY id FOR UPDATE) AS locked
                        """)
                .params(Date.valueOf(day), Texts.of(statuses, StatusArrival::delivery))
                .query(Long.class)
                .single();
    }

    private void updateByKey(OrganisationId organisation, Collection<StatusArrival> statuses) {
        update(
                organisation,
                statuses,
                """
                UPDATE outbox_message m SET state = u.status, parked = false, rank = u.rank, state_at = u.at,
                  error_code = u.code, reason = u.reason
                FROM unnest(?::bytea[], ?::text[], ?::int[], ?::timestamptz[], ?::int[], ?::text[]) AS u (key, status, rank, at, code, reason)
                WHERE m.message_key = ANY (?::bytea[]) AND m.message_key = u.key AND m.rank < u.rank
                """,
                List.of(
                        statuses.stream().map(StatusArrival::messageKey).toArray(byte[][]::new),
                        statuses.stream().map(StatusArrival::status).toArray(String[]::new),
                        statuses.stream().map(StatusArrival::rank).toArray(Integer[]::new),
                        Texts.of(statuses, StatusArrival::at),
                        statuses.stream().map(StatusArrival::errorCode).toArray(Integer[]::new),
                        reasons(statuses),
                        statuses.stream().map(StatusArrival::messageKey).toArray(byte[][]::new)));
    }

    /** Only when one failed and somebody wants to hear of it are the rows read that changed. */
    private void update(
            OrganisationId organisation, Collection<StatusArrival> statuses, String update, List<Object> values) {
        if (statuses.stream().noneMatch(status -> status.status().equals(FAILED))
                || !told.news().areHeard(organisation)) {
            jdbc.sql(update).params(values).update();
            return;
        }
        told.news()
                .failed(jdbc.sql("WITH moved AS (" + update + " RETURNING m.*) SELECT * FROM moved WHERE state = '"
                                + FAILED + "'")
                        .params(values)
                        .query(SendNews.rows(organisation))
                        .list());
    }

    static String[] reasons(Collection<StatusArrival> statuses) {
        return statuses.stream()
                .map(s -> s.errorCode() == null
                        ? null
                        : GraphError.reported(s.errorCode(), null, null).plainWords(Locale.ENGLISH))
                .toArray(String[]::new);
    }

    private void settle(OrganisationId organisation, Map<UUID, StatusArrival> statuses) {
        var settled = store.settleByStatus(organisation, statuses.keySet());
        if (!settled.isEmpty()) {
            if (told.news().areHeard(organisation)) {
                told.news()
                        .sent(settled.stream()
                                .filter(one -> !Objects.requireNonNull(statuses.get(one.id()))
                                        .status()
                                        .equals(FAILED))
                                .map(one -> new SendNews.Row(one.id(), one.lane(), null, null, one.content()))
                                .toList());
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    settled.forEach(one -> dispatcher.settledByStatus(one.lane(), one.id()));
                }
            });
        }
    }
}
