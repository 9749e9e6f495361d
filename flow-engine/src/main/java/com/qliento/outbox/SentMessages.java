package com.qliento.outbox;

import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a message again by WhatsApp's id of it, in the open transaction. */
@Component
public class SentMessages {

    private final JdbcClient jdbc;
    private final Vault vault;

    SentMessages(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** When a message was queued for this contact; empty when it is none of ours or not kept any more. */
    public Optional<Instant> queuedAt(Lane lane, String messageId) {
        return jdbc.sql("SELECT id FROM outbox_message WHERE message_key = ? AND contact_id = ?")
                .param(vault.index(lane.organisation(), OutboxStore.WAMID, messageId)
                        .bytes())
                .param(lane.contact())
                .query((row, n) -> TimeOrderedId.timeOf(row.getObject("id", UUID.class)))
                .optional();
    }
}
