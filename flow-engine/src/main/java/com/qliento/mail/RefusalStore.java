package com.qliento.mail;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What servers did not take, as rows. Runs inside a transaction of the organisation. */
@Component
class RefusalStore {

    private final JdbcClient jdbc;

    RefusalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes it, or once more: what came back was not handed over again. */
    void refused(OrganisationId organisation, MailRefusal refusal) {
        jdbc.sql("""
                        INSERT INTO mail_refusal AS r (day, id, organisation_id, conversation_id, kind, code, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (day, id) DO UPDATE SET kind = excluded.kind, code = excluded.code,
                          recorded_at = excluded.recorded_at,
                          times = CASE excluded.kind WHEN 'bounced' THEN r.times ELSE r.times + 1 END
                        """)
                .param(Date.valueOf(TimeOrderedId.dayOf(refusal.id())))
                .param(refusal.id())
                .param(organisation.value())
                .param(refusal.conversation())
                .param(refusal.kind().name().toLowerCase(Locale.ROOT))
                .param(refusal.code())
                .param(refusal.at().atOffset(ZoneOffset.UTC))
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
                        MailRefusal.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getInt("code"),
                        row.getInt("times"),
                        row.getObject("conversation_id", UUID.class)))
                .list();
    }
}
