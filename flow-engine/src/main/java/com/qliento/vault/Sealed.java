package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * A value that only {@link Vault} can open. Its bytes describe themselves: one byte for the format, the subject id
 * (16), the receipt hour (4, hours since 1970 in UTC), then the ciphertext. 77 bytes longer than what it holds, a
 * secret or a kept value 49. Two seals of the same value differ.
 */
public final class Sealed {

    /** Locked by the subject's key, then by the receipt hour's. */
    static final byte PERSONAL = 1;

    /** Locked by the organisation's key alone; the subject in the header is the organisation, the hour 0. */
    static final byte SECRET = 2;

    /** Locked by the subject's key alone; the hour is 0. */
    static final byte KEPT = 3;

    private static final int HEADER = 1 + 16 + 4;

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
        if (bytes.length <= HEADER || bytes[0] < PERSONAL || bytes[0] > KEPT) {
            throw new Tampered("These bytes are not a sealed value.");
        }
        var sealed = new Sealed(bytes.clone());
        if (sealed.hour().sinceEpoch() < 0) {
            throw new Tampered("A sealed value can't be older than 1970.");
        }
        if (sealed.isKept() && sealed.hour().sinceEpoch() != 0) {
            throw new Tampered("A kept value has no hour.");
        }
        return sealed;
    }

    static Sealed personal(SubjectId subject, ReceiptHour hour, byte[] ciphertext) {
        return new Sealed(compose(PERSONAL, subject.value(), hour.sinceEpoch(), ciphertext));
    }

    static Sealed kept(SubjectId subject, byte[] ciphertext) {
        return new Sealed(compose(KEPT, subject.value(), 0, ciphertext));
    }

    static Sealed secret(OrganisationId organisation, byte[] ciphertext) {
        return new Sealed(compose(SECRET, organisation.value(), 0, ciphertext));
    }

    private static byte[] compose(byte format, UUID subject, int hour, byte[] ciphertext) {
        return ByteBuffer.allocate(HEADER + ciphertext.length)
                .put(format)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putInt(hour)
                .put(ciphertext)
                .array();
    }

    /** What to store; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it goes with its person alone, and with no hour. */
    public boolean isKept() {
        return format() == KEPT;
    }

    byte format() {
        return bytes[0];
    }

    SubjectId subject() {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        return new SubjectId(new UUID(header.getLong(1), header.getLong(9)));
    }

    ReceiptHour hour() {
        return new ReceiptHour(ByteBuffer.wrap(bytes).getInt(17));
    }

    byte[] ciphertext() {
        return Arrays.copyOfRange(bytes, HEADER, bytes.length);
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
