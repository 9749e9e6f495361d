package com.qliento.vault;

import com.github.benmanes.caffeine.cache.Ticker;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyWrap.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The keys of subjects, and of organisations as keepers of secrets. */
final class SubjectKeys {

    /** About 35 MB when full; an entry lives a minute, so this serves 1,600 new faces a second. */
    private static final int ENTRIES = 100_000;

    private static final Lock ERASED =
            Lock.destroyed(Unreadable.Reason.ERASED, "The subject was erased; its key is destroyed.");

    private record Owner(OrganisationId organisation, SubjectId subject) {}

    private record Row(SubjectId subject, Lock lock) {}

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final KeyCache<Owner, Lock> cache = new KeyCache<>(ENTRIES, Ticker.systemTicker());

    SubjectKeys(KeyDatabase database, KeyWrap wrap, Clock clock) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
    }

    /** The subject's lock, destroyed or not; empty when this organisation never had such a subject. */
    Optional<Lock> find(OrganisationId organisation, SubjectId subject) {
        return cache.get(
                new Owner(organisation, subject),
                () -> database.in(organisation, jdbc -> {
                    List<Row> rows = read(jdbc, organisation, new UUID[] {subject.value()});
                    return rows.stream().map(Row::lock).findFirst();
                }));
    }

    /** Those that were erased; reads the keys of all of them into memory. */
    Set<SubjectId> erased(OrganisationId organisation, Collection<SubjectId> asked) {
        UUID[] unknown = asked.stream()
                .filter(subject -> !cache.has(new Owner(organisation, subject)))
                .map(SubjectId::value)
                .distinct()
                .toArray(UUID[]::new);
        var erased = new HashSet<SubjectId>();
        if (unknown.length > 0) {
            for (Row row : database.in(organisation, jdbc -> read(jdbc, organisation, unknown))) {
                if (cache.keep(new Owner(organisation, row.subject()), row.lock())
                        .equals(ERASED)) {
                    erased.add(row.subject());
                }
            }
        }
        asked.stream()
                .filter(subject -> cache.present(new Owner(organisation, subject))
                        .filter(ERASED::equals)
                        .isPresent())
                .forEach(erased::add);
        return erased;
    }

    /** The subject's lock, created if there was none. */
    Lock obtain(OrganisationId organisation, SubjectId subject) {
        return find(organisation, subject).orElseGet(() -> {
            create(organisation, List.of(subject));
            return find(organisation, subject).orElseThrow();
        });
    }

    /** Gives each subject without a key one; afterwards all of them are in the cache. */
    void create(OrganisationId organisation, Collection<SubjectId> subjects) {
        var keys = new TreeMap<UUID, byte[]>();
        for (SubjectId subject : subjects) {
            if (!cache.has(new Owner(organisation, subject))) {
                keys.computeIfAbsent(subject.value(), id -> KeyWrap.newKey());
            }
        }
        if (!keys.isEmpty()) {
            Map<SubjectId, Lock> locks = database.in(organisation, jdbc -> insert(jdbc, organisation, keys));
            locks.forEach((subject, lock) -> cache.keep(new Owner(organisation, subject), lock));
        }
    }

    /** In the order of the ids, so that two nodes that insert the same subjects can't wait for each other. */
    private Map<SubjectId, Lock> insert(JdbcClient jdbc, OrganisationId organisation, SortedMap<UUID, byte[]> keys) {
        UUID[] ids = keys.keySet().toArray(UUID[]::new);
        byte[][] wrapped = keys.entrySet().stream()
                .map(key -> wrap.wrap(Kind.SUBJECT, organisation, key.getKey(), key.getValue()))
                .toArray(byte[][]::new);
        List<UUID> created = jdbc.sql("""
                        INSERT INTO vault_subject_key (organisation_id, subject_id, wrapped, created_at)
                        SELECT ?, new.id, new.wrapped, ? FROM unnest(?, ?) AS new (id, wrapped)
                        ON CONFLICT DO NOTHING RETURNING subject_id
                        """)
                .params(organisation.value(), clock.instant().atOffset(ZoneOffset.UTC), uuids(ids), bytes(wrapped))
                .query(UUID.class)
                .list();
        var locks = new HashMap<SubjectId, Lock>();
        created.forEach(id -> locks.put(new SubjectId(id), Lock.of(keys.remove(id))));
        if (!keys.isEmpty()) {
            read(jdbc, organisation, keys.keySet().toArray(UUID[]::new))
                    .forEach(row -> locks.put(row.subject(), row.lock()));
        }
        return locks;
    }

    private List<Row> read(JdbcClient jdbc, OrganisationId organisation, UUID[] ids) {
        return jdbc.sql("""
                        SELECT subject_id, wrapped FROM vault_subject_key
                        WHERE organisation_id = ? AND subject_id = ANY (?)
                        """)
                .params(organisation.value(), uuids(ids))
                .query((row, n) -> row(organisation, row))
                .list();
    }

    private Row row(OrganisationId organisation, ResultSet row) throws SQLException {
        UUID id = row.getObject("subject_id", UUID.class);
        byte[] wrapped = row.getBytes("wrapped");
        Lock lock = wrapped == null ? ERASED : Lock.of(wrap.unwrap(Kind.SUBJECT, organisation, id, wrapped));
        return new Row(new SubjectId(id), lock);
    }

    /**
     * Destroys the keys, those that never were included: such a subject gets none afterwards. Inserting first waits for
     * whoever is just creating one of them. Returns how many keys there were to destroy.
     */
    int destroy(OrganisationId organisation, Collection<SubjectId> subjects, Instant at) {
        UUID[] ids = subjects.stream().map(SubjectId::value).sorted().toArray(UUID[]::new);
        int destroyed = database.in(organisation, jdbc -> {
            jdbc.sql("""
                            INSERT INTO vault_subject_key (organisation_id, subject_id, created_at, destroyed_at)
                            SELECT ?, gone.id, ?, ? FROM unnest(?) AS gone (id) ON CONFLICT DO NOTHING
                            """)
                    .params(organisation.value(), at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), uuids(ids))
                    .update();
            return jdbc.sql("""
                            UPDATE vault_subject_key AS k SET wrapped = NULL, destroyed_at = ?
                            FROM (SELECT organisation_id, subject_id FROM vault_subject_key
                                  WHERE organisation_id = ? AND subject_id = ANY (?) AND wrapped IS NOT NULL
                                  ORDER BY subject_id FOR UPDATE) AS living
                            WHERE k.organisation_id = living.organisation_id AND k.subject_id = living.subject_id
                            """)
                    .params(at.atOffset(ZoneOffset.UTC), organisation.value(), uuids(ids))
                    .update();
        });
        subjects.forEach(subject -> forget(organisation, subject));
        return destroyed;
    }

    /** Marks the subject as erased in this node's memory. */
    void forget(OrganisationId organisation, SubjectId subject) {
        cache.replace(new Owner(organisation, subject), ERASED);
    }

    private static SqlArrayValue uuids(UUID[] ids) {
        return new SqlArrayValue("uuid", (Object[]) ids);
    }

    private static SqlArrayValue bytes(byte[][] values) {
        return new SqlArrayValue("bytea", (Object[]) values);
    }
}
