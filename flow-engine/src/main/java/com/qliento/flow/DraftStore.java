package com.qliento.flow;

import com.qliento.organisation.OrganisationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of drafts that were put aside; inside a transaction of the organisation. */
@Component
class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrganisationId organisation, String key, byte[] bpmn, KeptDraft draft) {
        jdbc.sql("""
                        INSERT INTO flow_draft_kept (id, organisation_id, flow_key, bpmn, drawn_by, drawn_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(draft.id())
                .param(organisation.value())
                .param(key)
                .param(bpmn)
                .param(draft.by())
                .param(draft.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets those that were kept before the moment of this id, but for the latest. */
    void forgetBeyond(OrganisationId organisation, String key, int most, UUID before) {
        jdbc.sql("""
                        DELETE FROM flow_draft_kept WHERE organisation_id = ? AND flow_key = ? AND id < ?
                          AND id NOT IN (
                          SELECT id FROM flow_draft_kept WHERE organisation_id = ? AND flow_key = ?
                          ORDER BY id DESC LIMIT ?)
                        """)
                .param(organisation.value())
                .param(key)
                .param(before)
                .param(organisation.value())
                .param(key)
                .param(most)
                .update();
    }

    List<KeptDraft> list(OrganisationId organisation, String key) {
        return jdbc.sql("""
                        SELECT id, drawn_by, drawn_at FROM flow_draft_kept WHERE organisation_id = ? AND flow_key = ?
                        ORDER BY id DESC
                        """)
                .param(organisation.value())
                .param(key)
                .query((row, n) -> new KeptDraft(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<byte[]> bpmn(OrganisationId organisation, String key, UUID id) {
        return jdbc.sql("SELECT bpmn FROM flow_draft_kept WHERE organisation_id = ? AND flow_key = ? AND id = ?")
                .param(organisation.value())
                .param(key)
                .param(id)
                .query(byte[].class)
                .optional();
    }
}
