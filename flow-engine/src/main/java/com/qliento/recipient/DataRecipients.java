package com.qliento.recipient;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.recipient.DataRecipient.State;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalRecipient;
import com.qliento.webhook.PersonNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recipients of what was done about people. An act is whatever has recipients, such as an erasure, by its id. Every method
 * but {@link #given} runs inside a transaction of the organisation.
 */
@Component
public class DataRecipients {

    private final JdbcClient jdbc;
    private final PersonNews news;

    DataRecipients(JdbcClient jdbc, PersonNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Whoever was given something of these people, as the features know it. In transactions of their own. */
    public static Set<PersonalRecipient> given(Collection<PersonalDataStore> features, Family family) {
        return features.stream()
                .flatMap(feature -> feature.recipients(family).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes one; nothing when it is noted already. */
    public void add(OrganisationId organisation, UUID act, PersonalRecipient recipient, Instant now) {
        var keeps = recipient.keeps();
        jdbc.sql("""
                        INSERT INTO recipient (id, act_id, organisation_id, kind, name, state, ends_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(TimeOrderedId.at(now))
                .param(act)
                .param(organisation.value())
                .param(recipient.kind().word())
                .param(recipient.name())
                .param((keeps == null ? State.TO_TELL : State.ENDS).word())
                .param(keeps == null ? null : time(recipient.latest().plus(keeps)))
                .param(time(now))
                .update();
    }

    /** News of the act went to this endpoint. */
    public void told(UUID act, PersonNews.Queued queued) {
        jdbc.sql("UPDATE recipient SET delivery_id = ? WHERE act_id = ? AND kind = 'endpoint' AND name = ?")
                .params(queued.delivery(), act, queued.host())
                .update();
    }

    /** Whether there is any of the act. */
    public boolean isNoted(UUID act) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM recipient WHERE act_id = ?)")
                .param(act)
                .query(Boolean.class)
                .single();
    }

    /** All of an act, by kind and name. An endpoint that took the news is told. */
    public List<DataRecipient> of(OrganisationId organisation, UUID act) {
        return jdbc.sql("SELECT * FROM recipient WHERE organisation_id = ? AND act_id = ? ORDER BY kind, name")
                .params(organisation.value(), act)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    private DataRecipient read(OrganisationId organisation, ResultSet row) throws SQLException {
        var state = State.stored(row.getString("state"));
        var delivery = row.getObject("delivery_id", UUID.class);
        if (state == State.TO_TELL && delivery != null && news.isTaken(organisation, delivery)) {
            state = State.TOLD;
        }
        var endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new DataRecipient(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                state,
                endsAt == null ? null : endsAt.toInstant(),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /**
     * Somebody says how far this one is: told, confirmed or refused; gives that. Throws {@link Problem} for any other word, and when
     * there is no such recipient.
     */
    public State note(UUID act, UUID recipient, @Nullable String state, String by, Instant at) {
        var said = State.of(String.valueOf(state))
                .filter(one -> one != State.TO_TELL && one != State.ENDS)
                .orElseThrow(() -> Problem.invalid("state", "Say 'told', 'confirmed' or 'refused'."));
        int noted =
                jdbc.sql("""
                        UPDATE recipient SET state = ?, changed_by = ?, changed_at = ? WHERE act_id = ? AND id = ?
                        """).params(said.word(), by, time(at), act, recipient).update();
        if (noted == 0) {
            throw Problem.notFound("recipient", recipient);
        }
        return said;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
