package com.qliento.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qliento.organisation.OrganisationId;
import com.qliento.scene.Scene;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A value as versions before sealed it: with the hour it came in, and nothing closer. */
public record SealedBefore(OrganisationId organisation, SubjectId subject, Place place, Instant at) {

    /** Its bytes with the keys of a scene. */
    public byte[] bytes(Scene scene, String plain) {
        return bytes(scene.bean(SubjectKeys.class), scene.bean(HourKeys.class), plain);
    }

    byte[] bytes(SubjectKeys subjects, HourKeys hours, String plain) {
        var hour = ReceiptHour.of(at);
        byte[] boundTo = AssociatedData.hourly(organisation, subject, hour, place);
        byte[] inner = subjects.obtain(organisation, subject).lock(plain.getBytes(UTF_8), boundTo);
        byte[] outer = hours.obtain(organisation, hour).lock(inner, boundTo);
        return ByteBuffer.allocate(21 + outer.length)
                .put((byte) 1)
                .putLong(subject.value().getMostSignificantBits())
                .putLong(subject.value().getLeastSignificantBits())
                .putInt(hour.sinceEpoch())
                .put(outer)
                .array();
    }
}
