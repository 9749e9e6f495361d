package com.qliento.audit;

import com.qliento.audit.AuditFinding.Kind;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Signing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what was altered, deleted, put elsewhere or cut off: by the chain, by the signed heads, and by what is in neither.
 * Reads page by page, so a long log needs no memory; while it reads, entries may be added. What it can't find is an end that
 * was cut off after the latest head together with its entries, and a head deleted of which nobody kept a copy.
 */
@Component
public class AuditVerifier {

    /** So many findings are listed at most. */
    public static final int MOST_FINDINGS = 100;

    private static final int PAGE = 1_000;

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final AuditHeads heads;
    private final Signing signing;

    AuditVerifier(OrganisationScope scope, JdbcClient jdbc, AuditHeads heads, Signing signing) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.heads = heads;
        this.signing = signing;
    }

    /** Whose logs there may be. */
    public List<OrganisationId> organisations() {
        return jdbc.sql("SELECT * FROM audit_organisations() ORDER BY 1")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Verifies the organisation's chain from this place on, so many places at most.
     *
     * @param from 1 for all of it; a later one trusts what was verified before
     */
    public AuditVerification verify(OrganisationId organisation, long from, int atMost) {
        // Heads first: what is chained meanwhile makes the chain longer than they say, never shorter.
        var signed = heads.all(organisation).stream()
                .collect(Collectors.partitioningBy(
                        head -> signing.isOurs(head.signed(organisation), head.key(), head.signatureBytes())));
        var good = Objects.requireNonNull(signed.get(true));
        var walk = new AuditWalk(organisation, good, from, before(organisation, from));
        if (from == 1) {
            Objects.requireNonNull(signed.get(false))
                    .forEach(head -> walk.note(new AuditFinding(Kind.HEAD_FORGED, null, null, head.day())));
        }
        long checked = 0;
        boolean more = true;
        while (more && checked < atMost) {
            int asked = (int) Math.min(PAGE, atMost - checked);
            var page = page(organisation, walk.last(), asked);
            page.forEach(walk::take);
            checked += page.size();
            more = page.size() == asked;
        }
        if (!more) {
            walk.ends();
            strays(organisation).forEach(walk::note);
        }
        return new AuditVerification(
                walk.found() == 0,
                from,
                walk.last(),
                checked,
                waiting(organisation),
                more ? walk.last() + 1 : null,
                walk.found(),
                walk.findings(),
                good.isEmpty() ? null : good.get(0));
    }

    private byte @Nullable [] before(OrganisationId organisation, long from) {
        return from == 1
                ? new byte[32]
                : scope.in(organisation, () -> jdbc.sql(
                                "SELECT hash FROM audit_link WHERE organisation_id = ? AND sequence = ?")
                        .param(organisation.value())
                        .param(from - 1)
                        .query(byte[].class)
                        .optional()
                        .orElse(null));
    }

    private List<AuditLink> page(OrganisationId organisation, long after, int size) {
        return scope.in(organisation, () -> jdbc.sql("SELECT " + AuditLink.COLUMNS + """
                         FROM audit_link l
                        LEFT JOIN audit_entry e ON e.id = l.entry_id AND e.organisation_id = l.organisation_id
                        WHERE l.organisation_id = ? AND l.sequence > ? ORDER BY l.sequence LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(size)
                .query((row, n) -> AuditLink.of(row))
                .list());
    }

    /** Entries that are neither chained nor wait for it, and those that wait and are gone. Of one moment, in one statement. */
    private List<AuditFinding> strays(OrganisationId organisation) {
        return scope.in(organisation, () -> jdbc.sql("""
                        SELECT e.id, true AS there FROM audit_entry e WHERE e.organisation_id = :organisation
                          AND NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
                          AND NOT EXISTS (SELECT FROM audit_waiting w
                            WHERE w.organisation_id = e.organisation_id AND w.entry_id = e.id)
                        UNION ALL
                        SELECT w.entry_id, false FROM audit_waiting w WHERE w.organisation_id = :organisation
                          AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = w.entry_id)
                        ORDER BY 1 LIMIT :most
                        """)
                .param("organisation", organisation.value())
                .param("most", MOST_FINDINGS)
                .query((row, n) -> new AuditFinding(
                        row.getBoolean("there") ? Kind.LEFT_OUT : Kind.DELETED,
                        null,
                        row.getObject("id", UUID.class),
                        null))
                .list());
    }

    private long waiting(OrganisationId organisation) {
        return scope.in(organisation, () -> jdbc.sql("SELECT count(*) FROM audit_waiting WHERE organisation_id = ?")
                .param(organisation.value())
                .query(Long.class)
                .single());
    }
}
