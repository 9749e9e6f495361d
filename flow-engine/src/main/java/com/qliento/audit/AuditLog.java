package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log, the newest first, also what has no place in the chain yet. */
@Component
public class AuditLog {

    private static final String COLUMNS = "SELECT " + AuditRow.COLUMNS + ", l.sequence, l.hash";

    private static final String WANTED = """
             FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
            WHERE e.organisation_id = :organisation
            """;

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Vault vault;

    AuditLog(OrganisationScope scope, JdbcClient jdbc, Vault vault) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** So many entries after this one; null begins with the newest. */
    public List<AuditEntry> page(OrganisationId organisation, AuditFilter filter, @Nullable UUID after, int size) {
        var values = values(organisation, filter);
        values.put("size", size);
        var beyond = "";
        if (after != null) {
            values.put("after", after);
            beyond = " AND (e.at, e.id) < (SELECT c.at, c.id FROM audit_entry c WHERE c.id = :after)";
        }
        return query(organisation, wanted(filter) + beyond + " ORDER BY e.at DESC, e.id DESC LIMIT :size", values);
    }

    /** So many entries after so many others. */
    public List<AuditEntry> slice(OrganisationId organisation, AuditFilter filter, int offset, int size) {
        var values = values(organisation, filter);
        values.put("offset", offset);
        values.put("size", size);
        return query(
                organisation, wanted(filter) + " ORDER BY e.at DESC, e.id DESC LIMIT :size OFFSET :offset", values);
    }

    /** An entry's place in the chain, its hash there and that of the one before, as hex. */
    public record AuditPlace(long sequence, String hash, String previous) {}

    /** The place of an entry; empty for the second in which it has none yet. */
    public Optional<AuditPlace> place(OrganisationId organisation, UUID entry) {
        return scope.in(organisation, () -> jdbc.sql(
                        "SELECT sequence, hash, previous FROM audit_link WHERE organisation_id = ? AND entry_id = ?")
                .params(organisation.value(), entry)
                .query((row, n) -> new AuditPlace(
                        row.getLong("sequence"),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        HexFormat.of().formatHex(row.getBytes("previous"))))
                .optional());
    }

    /** How many there are, at most this many. */
    public int count(OrganisationId organisation, AuditFilter filter, int most) {
        var values = values(organisation, filter);
        values.put("most", most);
        return scope.in(organisation, () -> jdbc.sql(
                        "SELECT count(*) FROM (SELECT 1 " + wanted(filter) + " LIMIT :most) AS wanted")
                .params(values)
                .query(Integer.class)
                .single());
    }

    private static String wanted(AuditFilter filter) {
        return WANTED
                + (filter.from() == null ? "" : " AND e.at >= :from")
                + (filter.until() == null ? "" : " AND e.at < :until")
                + (filter.actor() == null ? "" : " AND e.actor = :actor")
                + (filter.action() == null ? "" : " AND e.action = :action")
                + (filter.about() == null ? "" : " AND e.about = :about");
    }

    private static Map<String, @Nullable Object> values(OrganisationId organisation, AuditFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organisation", organisation.value());
        values.put("from", time(filter.from()));
        values.put("until", time(filter.until()));
        values.put("actor", filter.actor());
        values.put("action", filter.action() == null ? null : filter.action().code());
        values.put("about", filter.about());
        return values;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private List<AuditEntry> query(OrganisationId organisation, String from, Map<String, @Nullable Object> values) {
        return scope.in(organisation, () -> jdbc.sql(COLUMNS + from)
                .params(values)
                .query((row, n) -> entry(organisation, row))
                .list());
    }

    private AuditEntry entry(OrganisationId organisation, ResultSet row) throws SQLException {
        var entry = Objects.requireNonNull(AuditRow.of(row));
        var hash = row.getBytes("hash");
        return new AuditEntry(
                entry.id(),
                row.getObject("sequence", Long.class),
                hash == null ? null : HexFormat.of().formatHex(hash),
                entry.at(),
                entry.actorKind(),
                entry.actor(),
                entry.action(),
                entry.aboutKind(),
                entry.about(),
                detail(organisation, entry));
    }

    private @Nullable SortedMap<String, String> detail(OrganisationId organisation, AuditRow entry) {
        try {
            return AuditDetail.open(vault, organisation, entry.id(), entry.detail());
        } catch (Unreadable gone) {
            return null;
        }
    }
}
