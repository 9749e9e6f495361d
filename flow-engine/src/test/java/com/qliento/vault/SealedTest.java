package com.qliento.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SealedTest {

    private static final UUID ROW = new UUID(1, 2);

    @Property
    void any_bytes_are_a_sealed_value_as_they_are_or_tampered(@ForAll @Size(max = 60) byte[] bytes) {
        try {
            assertThat(Sealed.of(bytes).bytes()).isEqualTo(bytes);
        } catch (Tampered refused) {
            assertThat(bytes.length <= 21 || bytes[0] < 1 || bytes[0] > 3 || bytes[17] < 0 || hourOfKept(bytes))
                    .isTrue();
        }
    }

    private static boolean hourOfKept(byte[] bytes) {
        return bytes[0] == 3 && (bytes[17] | bytes[18] | bytes[19] | bytes[20]) != 0;
    }

    @Property
    void a_header_is_read_back(
            @ForAll long high,
            @ForAll long low,
            @ForAll @IntRange(min = 0) int hour,
            @ForAll @Size(min = 1) byte[] text) {
        var subject = new SubjectId(new UUID(high, low));

        var sealed =
                Sealed.of(Sealed.personal(subject, new ReceiptHour(hour), text).bytes());

        assertThat(sealed.subject()).isEqualTo(subject);
        assertThat(sealed.hour()).isEqualTo(new ReceiptHour(hour));
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
        return AssociatedData.personal(new OrganisationId(ROW), new SubjectId(ROW), new ReceiptHour(1), place);
    }
}
