package com.qliento.mail;

import com.qliento.connector.mail.MailOutcome;
import com.qliento.connector.mail.MailResult;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What servers did not take, as rows. Runs inside a transaction of the organisation. */
@Component
class RefusalStore {

    private final JdbcClient jdbc;

    RefusalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void refused(OrganisationId organisation, UUID letter, @Nullable UUID conversation, MailResult result, Instant at) {
        jdbc.sql("""
                        INSERT INTO mail_refusal AS r (day, id, organisation_id, conversation_id, kind, code, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (day, id) DO UPDATE SET kind = excluded.kind, code = excluded.code,
                          recorded_at = excluded.recorded_at, times = r.times + 1
                        """)
                .param(Date.valueOf(TimeOrderedId.dayOf(letter)))
                .param(letter)
                .param(organisation.value())
                .param(conversation)
                .param(result.outcome().name().toLowerCase(Locale.ROOT))
                .param(result.code())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was refused before is taken now. */
    void taken(UUID letter) {
        jdbc.sql("DELETE FROM mail_refusal WHERE day = ? AND id = ?")
                .param(Date.valueOf(TimeOrderedId.dayOf(letter)))
                .param(letter)
                .update();
    }

    long count(OrganisationId organisation, Instant from) {
        return jdbc.sql("SELECT count(*) FROM mail_refusal WHERE organisation_id = ? AND recorded_at >= ?")
                .param(organisation.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<MailRefusal> latest(OrganisationId organisation, int most) {
        return jdbc.sql("""
                        SELECT * FROM mail_refusal WHERE organisation_id = ? ORDER BY recorded_at DESC, id DESC LIMIT ?
                        """)
                .param(organisation.value())
                .param(most)
                .query((row, n) -> new MailRefusal(
                        row.getObject("id", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        MailOutcome.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getInt("code"),
                        row.getInt("times"),
                        row.getObject("conversation_id", UUID.class)))
                .list();
    }
}
