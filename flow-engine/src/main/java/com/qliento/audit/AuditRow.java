package com.qliento.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored. */
record AuditRow(
        UUID id,
        Instant at,
        String actorKind,
        String actor,
        String action,
        String aboutKind,
        String about,
        byte @Nullable [] detail,
        byte[] detailHash) {

    static final String COLUMNS =
            "e.id, e.at, e.actor_kind, e.actor, e.action, e.about_kind, e.about, e.detail, e.detail_hash";

    /** Null where an outer join found none. */
    static @Nullable AuditRow of(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return id == null
                ? null
                : new AuditRow(
                        id,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_kind"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("about_kind"),
                        row.getString("about"),
                        row.getBytes("detail"),
                        Objects.requireNonNull(row.getBytes("detail_hash")));
    }

    @Override
    public String toString() {
        return "AuditRow[" + id + "]";
    }
}
