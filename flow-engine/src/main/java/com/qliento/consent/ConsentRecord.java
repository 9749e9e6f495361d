package com.qliento.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the ledger, as it is shown; its fields are those of ISO/IEC TS 27560. Wording and evidence are null when they
 * can't be read any more.
 *
 * @param schema the form of the record
 * @param wordingSha256 of the wording in UTF-8, in hexadecimal
 * @param unreadable why something can't be read: {@code erased}, {@code key lost} or {@code changed}; null when all can
 */
public record ConsentRecord(
        UUID id,
        String schema,
        UUID contact,
        @Nullable String noticeId,
        @Nullable String noticeVersion,
        @Nullable String language,
        @Nullable String jurisdiction,
        @Nullable String wording,
        @Nullable String wordingSha256,
        Instant recordedAt,
        List<Event> events,
        @Nullable String unreadable) {

    /**
     * Something that happened, of one purpose.
     *
     * @param at when they said it; for what is expired, when its time was over
     * @param until how long it is for; null for ever
     * @param byKind {@code person}, {@code flow}, {@code account}, {@code key} or {@code platform}
     * @param by a flow's key, an account's id or a key's name; empty for the person and the platform
     */
    public record Event(
            UUID id,
            String purpose,
            String event,
            Instant at,
            @Nullable Instant until,
            Instant recordedAt,
            String channel,
            String byKind,
            String by,
            Map<String, String> evidence) {

        @Override
        public String toString() {
            return "Event[" + event + " " + purpose + "]";
        }
    }

    @Override
    public String toString() {
        return "ConsentRecord[" + id + "]";
    }
}
