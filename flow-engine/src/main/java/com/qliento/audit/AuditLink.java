package com.qliento.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the chain and the entry it is of; null when that is gone. */
record AuditLink(
        long sequence,
        UUID entryId,
        byte[] previous,
        byte[] hash,
        @Nullable AuditRow entry) {

    static final String COLUMNS = "l.sequence, l.entry_id, l.previous, l.hash, " + AuditRow.COLUMNS;

    static AuditLink of(ResultSet row) throws SQLException {
        return new AuditLink(
                row.getLong("sequence"),
                row.getObject("entry_id", UUID.class),
                Objects.requireNonNull(row.getBytes("previous")),
                Objects.requireNonNull(row.getBytes("hash")),
                AuditRow.of(row));
    }

    @Override
    public String toString() {
        return "AuditLink[" + sequence + "]";
    }
}
