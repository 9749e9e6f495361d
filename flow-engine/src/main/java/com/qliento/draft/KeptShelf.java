package com.qliento.draft;

import com.qliento.organisation.OrganisationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of drafts that were put aside; inside a transaction of the organisation. */
final class KeptShelf {

    private final JdbcClient jdbc;
    private final String kind;

    KeptShelf(JdbcClient jdbc, String kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    void add(OrganisationId organisation, String key, byte[] content, KeptDraft draft) {
        jdbc.sql("""
                        INSERT INTO draft_kept (id, organisation_id, kind, key, content, drawn_by, drawn_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(draft.id())
                .param(organisation.value())
                .param(kind)
                .param(key)
                .param(content)
                .param(draft.by())
                .param(draft.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets those that were kept before the moment of this id, but for the latest. */
    void forgetBeyond(OrganisationId organisation, String key, int most, UUID before) {
        jdbc.sql("""
                        DELETE FROM draft_kept WHERE organisation_id = ? AND kind = ? AND key = ? AND id < ?
                          AND id NOT IN (
                          SELECT id FROM draft_kept WHERE organisation_id = ? AND kind = ? AND key = ?
                          ORDER BY id DESC LIMIT ?)
                        """)
                .param(organisation.value())
                .param(kind)
                .param(key)
                .param(before)
                .param(organisation.value())
                .param(kind)
                .param(key)
                .param(most)
                .update();
    }

    List<KeptDraft> list(OrganisationId organisation, String key) {
        return jdbc.sql("""
                        SELECT id, drawn_by, drawn_at FROM draft_kept
                        WHERE organisation_id = ? AND kind = ? AND key = ? ORDER BY id DESC
                        """)
                .param(organisation.value())
                .param(kind)
                .param(key)
                .query((row, n) -> new KeptDraft(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<byte[]> content(OrganisationId organisation, String key, UUID id) {
        return jdbc.sql("SELECT content FROM draft_kept WHERE organisation_id = ? AND kind = ? AND key = ? AND id = ?")
                .param(organisation.value())
                .param(kind)
                .param(key)
                .param(id)
                .query(byte[].class)
                .optional();
    }
}
