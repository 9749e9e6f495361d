package com.qliento.consent;

import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records of the ledger with all that happened with them. Runs inside a transaction of the organisation. */
@Component
class ConsentReads {

    private static final String EVENTS = """
            SELECT * FROM consent_event WHERE record_id = ANY (?::uuid[]) ORDER BY recorded_at, id
            """;

    private final JdbcClient jdbc;
    private final ConsentSeal seal;

    ConsentReads(JdbcClient jdbc, ConsentSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Records of these contacts, the newest first, after this one; null begins. */
    List<ConsentRecord> of(OrganisationId organisation, UUID[] contacts, @Nullable UUID after, int size) {
        return whole(
                organisation,
                jdbc.sql("""
                                SELECT * FROM consent_record WHERE contact_id = ANY (?::uuid[])
                                  AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
                                """)
                        .param(contacts)
                        .param(after)
                        .param(after)
                        .param(size)
                        .query((row, n) -> record(organisation, row))
                        .list());
    }

    Optional<ConsentRecord> find(OrganisationId organisation, UUID id) {
        return whole(
                        organisation,
                        jdbc.sql("SELECT * FROM consent_record WHERE id = ?")
                                .param(id)
                                .query((row, n) -> record(organisation, row))
                                .list())
                .stream()
                .findFirst();
    }

    /** An event, of which record, and why its evidence can't be read. */
    private record Read(
            UUID record,
            ConsentRecord.Event event,
            @Nullable String unreadable) {}

    private List<ConsentRecord> whole(OrganisationId organisation, List<ConsentRecord> records) {
        var events = new LinkedHashMap<UUID, List<Read>>();
        jdbc.sql(EVENTS)
                .param(records.stream().map(ConsentRecord::id).toArray(UUID[]::new))
                .query((row, n) -> event(organisation, row))
                .list()
                .forEach(one -> events.computeIfAbsent(one.record(), id -> new ArrayList<>())
                        .add(one));
        return records.stream()
                .map(record -> with(record, events.getOrDefault(record.id(), List.of())))
                .toList();
    }

    private static ConsentRecord with(ConsentRecord record, List<Read> events) {
        var unreadable = Optional.ofNullable(record.unreadable()).or(() -> events.stream()
                .flatMap(read -> Optional.ofNullable(read.unreadable()).stream())
                .findFirst());
        return new ConsentRecord(
                record.id(),
                record.schema(),
                record.contact(),
                record.noticeId(),
                record.noticeVersion(),
                record.language(),
                record.jurisdiction(),
                record.wording(),
                record.wordingSha256(),
                record.recordedAt(),
                events.stream().map(Read::event).toList(),
                unreadable.orElse(null));
    }

    private ConsentRecord record(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var shown = seal.open(organisation, ConsentLedger.shown(id), row.getBytes("shown"));
        return new ConsentRecord(
                id,
                row.getString("schema"),
                row.getObject("contact_id", UUID.class),
                row.getString("notice_id"),
                row.getString("notice_version"),
                row.getString("language"),
                row.getString("jurisdiction"),
                shown.words().get(ConsentLedger.WORDING),
                shown.words().get(ConsentLedger.HASH),
                at(row, "recorded_at"),
                List.of(),
                shown.unreadable());
    }

    private Read event(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var evidence = seal.open(organisation, ConsentLedger.evidence(id), row.getBytes("evidence"));
        var words = new TreeMap<>(evidence.words());
        var event = new ConsentRecord.Event(
                id,
                row.getString("purpose"),
                row.getString("event"),
                at(row, "at"),
                row.getObject("until") == null ? null : at(row, "until"),
                at(row, "recorded_at"),
                row.getString("channel"),
                row.getString("by_kind"),
                row.getString("by_id"),
                words);
        return new Read(row.getObject("record_id", UUID.class), event, evidence.unreadable());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
