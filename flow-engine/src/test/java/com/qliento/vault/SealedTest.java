package com.qliento.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SealedTest {

    private static final UUID ROW = new UUID(1, 2);

    @Property
    void any_bytes_are_a_sealed_value_as_they_are_or_tampered(@ForAll @Size(max = 60) byte[] bytes) {
        try {
            assertThat(Sealed.of(bytes).bytes()).isEqualTo(bytes);
        } catch (Tampered refused) {
            assertThat(bytes.length <= 21 || bytes[0] < 1 || bytes[0] > 4 || ofNoTime(bytes))
                    .isTrue();
        }
    }

    private static boolean ofNoTime(byte[] bytes) {
        var header = ByteBuffer.wrap(bytes);
        return switch (bytes[0]) {
            case 3 -> header.getInt(17) != 0;
            case 4 -> bytes.length <= 25 || header.getLong(17) < 0 || header.getLong(17) > ReceiptHour.LAST_MILLIS;
            default -> bytes[17] < 0;
        };
    }

    @Property
    void a_header_is_read_back(
            @ForAll long high,
            @ForAll long low,
            @ForAll @LongRange(min = 0, max = ReceiptHour.LAST_MILLIS) long at,
            @ForAll @Size(min = 1) byte[] text) {
        var subject = new SubjectId(new UUID(high, low));

        var sealed = Sealed.of(Sealed.dated(subject, at, text).bytes());

        assertThat(sealed.subject()).isEqualTo(subject);
        assertThat(sealed.receivedAtMillis()).isEqualTo(at);
        assertThat(sealed.hour()).isEqualTo(ReceiptHour.of(Instant.ofEpochMilli(at)));
        assertThat(sealed.ciphertext()).isEqualTo(text);
    }

    @Property
    void two_places_are_bound_to_the_same_bytes_only_if_they_are_one(
            @ForAll @Size(max = 3) char[] name,
            @ForAll @IntRange(max = 3) int cut,
            @ForAll @IntRange(max = 3) int other) {
        Place one = cutAt(name, Math.min(cut, name.length));
        Place two = cutAt(name, Math.min(other, name.length));

        assertThat(Arrays.equals(boundTo(one), boundTo(two))).isEqualTo(one.equals(two));
    }

    private static Place cutAt(char[] name, int at) {
        return new Place(new String(name, 0, at), new String(name, at, name.length - at), ROW);
    }

    private static byte[] boundTo(Place place) {
        return AssociatedData.dated(new OrganisationId(ROW), new SubjectId(ROW), 1, place);
    }
}
