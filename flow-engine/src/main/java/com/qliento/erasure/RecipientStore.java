package com.qliento.erasure;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.spi.PersonalRecipient;
import com.qliento.webhook.ErasureNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of recipients. Runs inside a transaction of the organisation. */
@Component
class RecipientStore {

    private final JdbcClient jdbc;
    private final ErasureNews news;

    RecipientStore(JdbcClient jdbc, ErasureNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Notes one; nothing when it is noted already. */
    void add(OrganisationId organisation, UUID erasure, PersonalRecipient recipient, Instant now) {
        var keeps = recipient.keeps();
        jdbc.sql("""
                        INSERT INTO erasure_recipient (id, erasure_id, organisation_id, kind, name, state, ends_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(TimeOrderedId.at(now))
                .param(erasure)
                .param(organisation.value())
                .param(recipient.kind().word())
                .param(recipient.name())
                .param((keeps == null ? ErasureRecipient.State.TO_TELL : ErasureRecipient.State.ENDS).word())
                .param(
                        keeps == null
                                ? null
                                : ErasureStore.time(recipient.latest().plus(keeps)))
                .param(ErasureStore.time(now))
                .update();
    }

    /** News went to this endpoint. */
    void told(UUID erasure, ErasureNews.Queued queued) {
        jdbc.sql("UPDATE erasure_recipient SET delivery_id = ? WHERE erasure_id = ? AND kind = 'endpoint' AND name = ?")
                .params(queued.delivery(), erasure, queued.host())
                .update();
    }

    boolean isNoted(UUID erasure) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM erasure_recipient WHERE erasure_id = ?)")
                .param(erasure)
                .query(Boolean.class)
                .single();
    }

    /** All of an erasure, by kind and name. An endpoint that took the news is told. */
    List<ErasureRecipient> of(OrganisationId organisation, UUID erasure) {
        return jdbc.sql(
                        "SELECT * FROM erasure_recipient WHERE organisation_id = ? AND erasure_id = ? ORDER BY kind, name")
                .params(organisation.value(), erasure)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    private ErasureRecipient read(OrganisationId organisation, ResultSet row) throws SQLException {
        var state = ErasureRecipient.State.stored(row.getString("state"));
        var delivery = row.getObject("delivery_id", UUID.class);
        if (state == ErasureRecipient.State.TO_TELL && delivery != null && news.isTaken(organisation, delivery)) {
            state = ErasureRecipient.State.TOLD;
        }
        return new ErasureRecipient(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                state,
                ErasureStore.instant(row, "ends_at"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Somebody says how far this one is; false when there is none such. */
    boolean note(UUID erasure, UUID recipient, ErasureRecipient.State state, @Nullable String by, Instant at) {
        return jdbc.sql("""
                                UPDATE erasure_recipient SET state = ?, changed_by = ?, changed_at = ?
                                WHERE erasure_id = ? AND id = ?
                                """)
                        .params(state.word(), by, ErasureStore.time(at), erasure, recipient)
                        .update()
                > 0;
    }
}
