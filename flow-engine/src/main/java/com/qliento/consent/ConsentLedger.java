package com.qliento.consent;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to the ledger; nothing is ever changed in it. Everything runs inside a transaction of the organisation. */
@Component
class ConsentLedger {

    /** The form of a record; a later one gets another word. */
    static final String SCHEMA = "iso-27560:2023/1";

    static final String WORDING = "wording";
    static final String HASH = "sha256";

    private final JdbcClient jdbc;
    private final ConsentSeal seal;

    ConsentLedger(JdbcClient jdbc, ConsentSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    static Place shown(UUID record) {
        return new Place("consent_record", "shown", record);
    }

    static Place evidence(UUID event) {
        return new Place("consent_event", "evidence", event);
    }

    /** Gives the record in which it stands; of several, as of what is taken back, that of the first purpose. */
    UUID write(OrganisationId organisation, ConsentStatement said, Instant now) {
        var records = new HashMap<Purpose, UUID>();
        if (said.record() != null) {
            said.purposes().forEach(purpose -> records.put(purpose, said.record()));
        } else if (said.event() == ConsentEvent.WITHDRAWN) {
            records.putAll(last(said, ConsentEvent.GIVEN));
        } else if (said.event() != ConsentEvent.REQUESTED && said.shown() == null) {
            records.putAll(last(said, ConsentEvent.REQUESTED));
        }
        if (!records.keySet().containsAll(said.purposes())) {
            var fresh = insert(organisation, said, now);
            said.purposes().forEach(purpose -> records.putIfAbsent(purpose, fresh));
        }
        var purposes = new TreeSet<>(said.purposes());
        for (var purpose : purposes) {
            insert(organisation, said, purpose, Objects.requireNonNull(records.get(purpose)), now);
        }
        return Objects.requireNonNull(records.get(purposes.first()));
    }

    /** The records in which this was said last of the same purposes: what was asked is answered there, what was given taken back. */
    private Map<Purpose, UUID> last(ConsentStatement said, ConsentEvent event) {
        var records = new HashMap<Purpose, UUID>();
        jdbc.sql("""
                        SELECT DISTINCT ON (e.purpose) e.purpose, e.record_id
                        FROM contact_family(?::uuid) f (id) JOIN consent_event e ON e.contact_id = f.id
                        WHERE e.purpose = ANY (?) AND e.event = ? ORDER BY e.purpose, e.at DESC, e.id DESC
                        """)
                .param(said.contact().value())
                .param(codes(said.purposes()))
                .param(event.code())
                .query(row -> {
                    records.put(Purpose.of(row.getString(1)).orElseThrow(), row.getObject(2, UUID.class));
                });
        return records;
    }

    private UUID insert(OrganisationId organisation, ConsentStatement said, Instant now) {
        var id = TimeOrderedId.at(now);
        var shown = Optional.ofNullable(said.shown());
        jdbc.sql("""
                        INSERT INTO consent_record (id, organisation_id, contact_id, schema, notice_id, notice_version,
                          language, jurisdiction, shown, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(organisation.value())
                .param(said.contact().value())
                .param(SCHEMA)
                .param(shown.map(ConsentStatement.Shown::noticeId).orElse(null))
                .param(shown.map(ConsentStatement.Shown::noticeVersion).orElse(null))
                .param(shown.map(ConsentStatement.Shown::language).orElse(null))
                .param(shown.map(ConsentStatement.Shown::jurisdiction).orElse(null))
                .param(seal.seal(
                        organisation,
                        said.contact().value(),
                        shown(id),
                        words(shown.map(ConsentStatement.Shown::wording).orElse(null))))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The hash lies with the wording: of a wording with somebody's name in it, it would be a trace of them. */
    private static Map<String, String> words(@Nullable String wording) {
        var words = new LinkedHashMap<String, String>();
        if (wording != null) {
            words.put(WORDING, wording);
            words.put(HASH, sha256(wording));
        }
        return words;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void insert(OrganisationId organisation, ConsentStatement said, Purpose purpose, UUID record, Instant now) {
        var id = TimeOrderedId.at(now);
        var source = said.source();
        var until = said.until();
        jdbc.sql("""
                        INSERT INTO consent_event (id, organisation_id, record_id, contact_id, purpose, event, at, until,
                          recorded_at, channel, by_kind, by_id, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(organisation.value())
                .param(record)
                .param(said.contact().value())
                .param(purpose.code())
                .param(said.event().code())
                .param(said.at().atOffset(ZoneOffset.UTC))
                .param(until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(source.channel())
                .param(source.by().kind())
                .param(source.by().id())
                .param(seal.seal(organisation, said.contact().value(), evidence(id), new TreeMap<>(source.evidence())))
                .update();
    }

    /**
     * Notes of what was given for a time, and of which nothing was said since, that its time is over; gives how many.
     * Twice at once notes it twice at worst.
     */
    int expire(OrganisationId organisation, Instant now) {
        return jdbc.sql("""
                        INSERT INTO consent_event (id, organisation_id, record_id, contact_id, purpose, event, at, recorded_at,
                          channel, by_kind, by_id)
                        SELECT gen_random_uuid(), e.organisation_id, e.record_id, e.contact_id, e.purpose, 'expired', e.until, ?,
                          'time', 'platform', ''
                        FROM consent_event e
                        WHERE e.organisation_id = ? AND e.until <= ? AND e.event = 'given' AND NOT EXISTS (
                          SELECT FROM consent_event l WHERE l.contact_id = e.contact_id AND l.purpose = e.purpose
                            AND l.event <> 'requested' AND (l.at, l.id) > (e.at, e.id))
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes all of these contacts, with what limits the use of their data; gives how many rows there were. */
    int forget(UUID... contacts) {
        return jdbc.sql("SELECT consent_forget(?::uuid[])")
                .param(contacts)
                .query(Integer.class)
                .single();
    }

    static String[] codes(Set<Purpose> purposes) {
        return purposes.stream().map(Purpose::code).sorted().toArray(String[]::new);
    }
}
