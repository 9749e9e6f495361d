package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A value that only {@link Vault} can open. Its bytes describe themselves: one byte for the format, the subject id (16),
 * when it came in milliseconds since 1970 (8), then the ciphertext: 81 bytes longer than what it holds. Instead of when
 * it came, a secret and a kept value have four zeros (49 bytes longer), and what earlier versions sealed the hour it came
 * in (4, hours since 1970 in UTC). Two seals of the same value differ.
 */
public final class Sealed {

    /** Locked by the subject's key, then by the receipt hour's; of earlier versions, which noted no more than the hour. */
    static final byte HOURLY = 1;

    /** Locked by the organisation's key alone; the subject in the header is the organisation, the hour 0. */
    static final byte SECRET = 2;

    /** Locked by the subject's key alone; the hour is 0. */
    static final byte KEPT = 3;

    /** Locked by the subject's key, then by that of the hour it came in; the header says when in that hour. */
    static final byte DATED = 4;

    private static final int TIME = 1 + 16;

    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads back what {@link #bytes()} gave. Checks the outer form only; whether it opens, {@link Vault#open} says.
     *
     * @throws Tampered when these bytes can't be a sealed value
     */
    public static Sealed of(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] < HOURLY || bytes[0] > DATED || bytes.length <= header(bytes[0])) {
            throw new Tampered("These bytes are not a sealed value.");
        }
        var sealed = new Sealed(bytes.clone());
        long time = sealed.time();
        if (time < 0 || time > ReceiptHour.LAST_MILLIS) {
            throw new Tampered("A sealed value is from no such time.");
        }
        if (sealed.isKept() && time != 0) {
            throw new Tampered("A kept value has no hour.");
        }
        return sealed;
    }

    private static int header(byte format) {
        return TIME + (format == DATED ? Long.BYTES : Integer.BYTES);
    }

    static Sealed dated(SubjectId subject, long receivedAtMillis, byte[] ciphertext) {
        return new Sealed(put(DATED, subject.value(), ciphertext)
                .putLong(receivedAtMillis)
                .put(ciphertext)
                .array());
    }

    static Sealed kept(SubjectId subject, byte[] ciphertext) {
        return new Sealed(
                put(KEPT, subject.value(), ciphertext).putInt(0).put(ciphertext).array());
    }

    static Sealed secret(OrganisationId organisation, byte[] ciphertext) {
        return new Sealed(put(SECRET, organisation.value(), ciphertext)
                .putInt(0)
                .put(ciphertext)
                .array());
    }

    private static ByteBuffer put(byte format, UUID subject, byte[] ciphertext) {
        return ByteBuffer.allocate(header(format) + ciphertext.length)
                .put(format)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits());
    }

    /** What to store; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it goes with its person alone, and with no hour. */
    public boolean isKept() {
        return format() == KEPT;
    }

    /** When it came that was sealed with its hour, as close as is known and never later. */
    public Instant receivedAt() {
        return Instant.ofEpochMilli(receivedAtMillis());
    }

    byte format() {
        return bytes[0];
    }

    SubjectId subject() {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        return new SubjectId(new UUID(header.getLong(1), header.getLong(9)));
    }

    /** The hour it came in. */
    ReceiptHour hour() {
        return format() == DATED ? ReceiptHour.ofMillis(time()) : new ReceiptHour((int) time());
    }

    /** When it came, as close as is known and never later. */
    long receivedAtMillis() {
        return format() == DATED ? time() : hour().startMillis();
    }

    /** As it stands in the header: milliseconds, or hours. */
    private long time() {
        var header = ByteBuffer.wrap(bytes);
        return format() == DATED ? header.getLong(TIME) : header.getInt(TIME);
    }

    byte[] ciphertext() {
        return Arrays.copyOfRange(bytes, header(format()), bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says that something is sealed, nothing of it. */
    @Override
    public String toString() {
        return "Sealed";
    }
}
