package com.qliento.policy;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.SendLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations' limits as rows. */
@Component
class SendLimitsStore {

    private final JdbcClient jdbc;

    SendLimitsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ZonedSendLimits> find(OrganisationId organisation) {
        return jdbc.sql("SELECT * FROM policy_send_terms WHERE organisation_id = ?")
                .param(organisation.value())
                .query(SendLimitsStore::limits)
                .optional();
    }

    /** Keeps them, and tells all nodes when the transaction commits. */
    void save(OrganisationId organisation, ZonedSendLimits zoned, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO policy_send_terms (organisation_id, zone, quiet_from, quiet_to, utility_needs_consent,
                          yellow_holds_marketing, margin_minutes, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id) DO UPDATE SET zone = excluded.zone, quiet_from = excluded.quiet_from,
                          quiet_to = excluded.quiet_to, utility_needs_consent = excluded.utility_needs_consent,
                          yellow_holds_marketing = excluded.yellow_holds_marketing,
                          margin_minutes = excluded.margin_minutes, changed_at = excluded.changed_at,
                          changed_by = excluded.changed_by
                        """)
                .param(organisation.value())
                .param(zoned.zone().getId())
                .param(zoned.limits().quietFrom())
                .param(zoned.limits().quietTo())
                .param(zoned.limits().utilityNeedsConsent())
                .param(zoned.limits().yellowHoldsMarketing())
                .param(zoned.limits().marginMinutes())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(SendLimitsInForce.TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    private static ZonedSendLimits limits(ResultSet row, int n) throws SQLException {
        return new ZonedSendLimits(
                new SendLimits(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        row.getBoolean("utility_needs_consent"),
                        row.getBoolean("yellow_holds_marketing"),
                        row.getInt("margin_minutes")),
                ZoneId.of(row.getString("zone")));
    }
}
