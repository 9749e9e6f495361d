package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qliento.organisation.OrganisationId;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a seal is bound to, as bytes. Every part has a length that is fixed for its format or stands before it, so no two
 * places collide.
 */
final class AssociatedData {

    private AssociatedData() {}

    static byte[] hourly(OrganisationId organisation, SubjectId subject, ReceiptHour hour, Place place) {
        return compose(Sealed.HOURLY, organisation, subject.value(), hour.sinceEpoch(), place);
    }

    static byte[] dated(OrganisationId organisation, SubjectId subject, long receivedAtMillis, Place place) {
        return compose(Sealed.DATED, organisation, subject.value(), receivedAtMillis, place);
    }

    static byte[] kept(OrganisationId organisation, SubjectId subject, Place place) {
        return compose(Sealed.KEPT, organisation, subject.value(), 0, place);
    }

    static byte[] secret(OrganisationId organisation, Place place) {
        return compose(Sealed.SECRET, organisation, organisation.value(), 0, place);
    }

    private static byte[] compose(byte format, OrganisationId organisation, UUID subject, long time, Place place) {
        byte[] table = place.table().getBytes(UTF_8);
        byte[] column = place.column().getBytes(UTF_8);
        int timeLength = format == Sealed.DATED ? Long.BYTES : Integer.BYTES;
        var bytes = ByteBuffer.allocate(1 + 16 + 16 + timeLength + 16 + 4 + table.length + 4 + column.length);
        bytes.put(format);
        put(bytes, organisation.value());
        put(bytes, subject);
        if (format == Sealed.DATED) {
            bytes.putLong(time);
        } else {
            bytes.putInt((int) time);
        }
        put(bytes, place.row());
        bytes.putInt(table.length).put(table);
        bytes.putInt(column.length).put(column);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
