package com.qliento.notice;

import com.qliento.account.AccountId;
import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of notices, inside a transaction of the organisation. */
@Component
class NoticeStore {

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something is wrong, and has been since then if it was not known before. */
    void begins(OrganisationId organisation, NoticeKind kind, Instant now) {
        jdbc.sql("""
                        INSERT INTO notice (organisation_id, kind, since) VALUES (?, ?, ?)
                        ON CONFLICT (organisation_id, kind) DO UPDATE SET since = excluded.since WHERE notice.since IS NULL
                        """)
                .param(organisation.value())
                .param(kind.column())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing is wrong any more; when people were told last stays known. */
    void ends(OrganisationId organisation, NoticeKind kind) {
        jdbc.sql("UPDATE notice SET since = NULL WHERE organisation_id = ? AND kind = ? AND since IS NOT NULL")
                .param(organisation.value())
                .param(kind.column())
                .update();
    }

    /**
     * Notes that people are told now, if they are to be: it has lasted for so long, nobody was told of it since it began,
     * and nothing of its kind was told for so long. Of two nodes one is told to.
     */
    boolean tells(OrganisationId organisation, NoticeKind kind, Instant now, Duration lasts, Duration quiet) {
        return jdbc.sql("""
                                UPDATE notice SET told_at = ? WHERE organisation_id = ? AND kind = ? AND since <= ?
                                  AND (told_at IS NULL OR told_at < since AND told_at < ?)
                                """)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(organisation.value())
                        .param(kind.column())
                        .param(now.minus(lasts).atOffset(ZoneOffset.UTC))
                        .param(now.minus(quiet).atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Set<NoticeKind> unwanted(OrganisationId organisation, AccountId account) {
        return jdbc
                .sql("SELECT kind FROM notice_unwanted WHERE organisation_id = ? AND account_id = ?")
                .param(organisation.value())
                .param(account.value())
                .query((row, n) -> NoticeKind.of(row.getString(1)))
                .stream()
                .collect(Collectors.toSet());
    }

    void want(OrganisationId organisation, AccountId account, NoticeKind kind) {
        jdbc.sql("DELETE FROM notice_unwanted WHERE organisation_id = ? AND account_id = ? AND kind = ?")
                .param(organisation.value())
                .param(account.value())
                .param(kind.column())
                .update();
    }

    void refuse(OrganisationId organisation, AccountId account, NoticeKind kind) {
        jdbc.sql("""
                        INSERT INTO notice_unwanted (organisation_id, account_id, kind) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .param(organisation.value())
                .param(account.value())
                .param(kind.column())
                .update();
    }
}
