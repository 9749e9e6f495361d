package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Signing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The heads of the chains: one for each organisation and day, made in the day's first minutes, by whichever node is first.
 * Whoever keeps a copy of a head can tell later that nothing before it was taken away.
 */
@Component
public class AuditHeads {

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Signing signing;
    private final Clock clock;

    AuditHeads(OrganisationScope scope, JdbcClient jdbc, Signing signing, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.signing = signing;
        this.clock = clock;
    }

    /** The organisation's heads, the latest first. */
    public List<AuditHead> all(OrganisationId organisation) {
        return scope.in(organisation, () -> jdbc.sql("""
                        SELECT day, sequence, hash, at, key, signature FROM audit_head
                        WHERE organisation_id = ? ORDER BY day DESC
                        """)
                .param(organisation.value())
                .query((row, n) -> AuditHead.of(row))
                .list());
    }

    /** Makes the heads of this day that are missing, whoever's they are. */
    void signAll() {
        jdbc.sql("SELECT * FROM audit_without_head(?)")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list()
                .forEach(this::sign);
    }

    /** Makes the head of this day unless there is one, or nothing to make one of. */
    void sign(OrganisationId organisation) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        scope.run(organisation, () -> jdbc.sql("""
                        SELECT ?::date AS day, sequence, hash, ?::timestamptz AS at, '' AS key, ''::bytea AS signature
                        FROM audit_link WHERE organisation_id = ? ORDER BY sequence DESC LIMIT 1
                        """)
                .param(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .query((row, n) -> AuditHead.of(row))
                .optional()
                .ifPresent(head -> add(organisation, head)));
    }

    private void add(OrganisationId organisation, AuditHead head) {
        var signed = signing.sign(head.signed(organisation));
        jdbc.sql("""
                        INSERT INTO audit_head (organisation_id, day, sequence, hash, at, key, signature)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(organisation.value())
                .param(head.day())
                .param(head.sequence())
                .param(head.hashBytes())
                .param(head.at().atOffset(ZoneOffset.UTC))
                .param(signed.key())
                .param(signed.signature())
                .update();
    }
}
