package com.qliento.policy;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.SendTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations' terms as rows. */
@Component
class TermsStore {

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OwnTerms> find(OrganisationId organisation) {
        return jdbc.sql("SELECT * FROM policy_send_terms WHERE organisation_id = ?")
                .param(organisation.value())
                .query(TermsStore::terms)
                .optional();
    }

    /** Keeps them, and tells all nodes when the transaction commits. */
    void save(OrganisationId organisation, OwnTerms terms, String by, Instant now) {
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
                .param(terms.zone().getId())
                .param(terms.send().quietFrom())
                .param(terms.send().quietTo())
                .param(terms.send().utilityNeedsConsent())
                .param(terms.send().yellowHoldsMarketing())
                .param(terms.send().marginMinutes())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(LiveTerms.TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    private static OwnTerms terms(ResultSet row, int n) throws SQLException {
        return new OwnTerms(
                new SendTerms(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        row.getBoolean("utility_needs_consent"),
                        row.getBoolean("yellow_holds_marketing"),
                        row.getInt("margin_minutes")),
                ZoneId.of(row.getString("zone")));
    }
}
