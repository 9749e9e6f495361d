package com.qliento.media;

import com.qliento.channel.ChannelId;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files and of their uploads; inside a transaction of the organisation. */
@Component
class MediaStore {

    private static final String WANTED =
            " WHERE organisation_id = ? AND strpos(lower(name), ?) > 0 AND id <> ALL (?::uuid[])";

    private static final String FACTS = "SELECT id, kind, mime_type, bytes, name, uploaded_at";

    private final JdbcClient jdbc;

    MediaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file unless it is there already. */
    void insert(OrganisationId organisation, MediaContent file, byte[] sha256, String by) {
        var facts = file.facts();
        jdbc.sql("""
                        INSERT INTO media_file (organisation_id, id, kind, mime_type, bytes, sha256, name, uploaded_by, uploaded_at, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(organisation.value())
                .param(facts.id())
                .param(facts.kind().word())
                .param(facts.mimeType())
                .param(facts.bytes())
                .param(sha256)
                .param(facts.name())
                .param(by)
                .param(facts.uploadedAt().atOffset(ZoneOffset.UTC))
                .param(file.bytes())
                .update();
    }

    List<MediaFacts> all() {
        return jdbc.sql(FACTS + " FROM media_file ORDER BY uploaded_at DESC, id")
                .query(MediaStore::facts)
                .list();
    }

    List<MediaFacts> slice(OrganisationId organisation, MediaFilter filter, Slice slice) {
        return wanted(
                        FACTS + " FROM media_file" + WANTED + " ORDER BY "
                                + filter.order().columns() + " LIMIT ? OFFSET ?",
                        organisation,
                        filter)
                .param(slice.size())
                .param(slice.offset())
                .query(MediaStore::facts)
                .list();
    }

    int count(OrganisationId organisation, MediaFilter filter) {
        return wanted("SELECT count(*) FROM media_file" + WANTED, organisation, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, OrganisationId organisation, MediaFilter filter) {
        return jdbc.sql(sql)
                .param(organisation.value())
                .param(filter.words().strip().toLowerCase(Locale.ROOT))
                .param(Texts.of(filter.without()));
    }

    Optional<MediaFacts> find(UUID id) {
        return jdbc.sql(FACTS + " FROM media_file WHERE id = ?")
                .param(id)
                .query(MediaStore::facts)
                .optional();
    }

    Optional<MediaContent> open(UUID id) {
        return jdbc.sql(FACTS + ", content FROM media_file WHERE id = ?")
                .param(id)
                .query((row, n) -> new MediaContent(facts(row, n), row.getBytes("content")))
                .optional();
    }

    long used() {
        return jdbc.sql("SELECT coalesce(sum(bytes), 0) FROM media_file")
                .query(Long.class)
                .single();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM media_file WHERE id = ?").param(id).update();
    }

    Optional<WhatsAppCopy> upload(UUID file, ChannelId channel) {
        return jdbc.sql("SELECT media_id, uploaded_at FROM media_upload WHERE file_id = ? AND channel_id = ?")
                .param(file)
                .param(channel.value())
                .query((row, n) -> new WhatsAppCopy(row.getString(1), time(row, "uploaded_at")))
                .optional();
    }

    /** Notes an upload; nothing when the file was deleted meanwhile. */
    void noteUpload(OrganisationId organisation, UUID file, ChannelId channel, WhatsAppCopy copy) {
        jdbc.sql("""
                        INSERT INTO media_upload (organisation_id, file_id, channel_id, media_id, uploaded_at)
                        SELECT organisation_id, id, ?, ?, ? FROM media_file WHERE organisation_id = ? AND id = ?
                        ON CONFLICT (organisation_id, file_id, channel_id)
                          DO UPDATE SET media_id = excluded.media_id, uploaded_at = excluded.uploaded_at
                        """)
                .param(channel.value())
                .param(copy.id())
                .param(copy.uploadedAt().atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(file)
                .update();
    }

    void forgetUpload(UUID file, ChannelId channel, String mediaId) {
        jdbc.sql("DELETE FROM media_upload WHERE file_id = ? AND channel_id = ? AND media_id = ?")
                .param(file)
                .param(channel.value())
                .param(mediaId)
                .update();
    }

    private static MediaFacts facts(ResultSet row, int n) throws SQLException {
        return new MediaFacts(
                row.getObject("id", UUID.class),
                MediaKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("mime_type"),
                row.getInt("bytes"),
                row.getString("name"),
                time(row, "uploaded_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
