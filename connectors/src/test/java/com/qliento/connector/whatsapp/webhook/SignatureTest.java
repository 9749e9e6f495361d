package com.qliento.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final byte[] SECRET = Signature.secretBytes("Jefe");
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    /** RFC 4231, test case 2. */
    private static final String HEADER = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void the_header_is_the_hmac_of_the_published_test_case() {
        assertThat(Signature.sign(BODY, SECRET)).isEqualTo(HEADER);
    }

    @Test
    void a_signature_matches_in_either_letter_case() {
        assertThat(Signature.matches(RawBody.of(BODY), HEADER, SECRET)).isTrue();
        assertThat(Signature.matches(RawBody.of(BODY), HEADER.toUpperCase(Locale.ROOT), SECRET))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38433",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844",
                "sha256=５bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void a_missing_malformed_or_wrong_header_does_not_match(String header) {
        assertThat(Signature.matches(RawBody.of(BODY), header, SECRET)).isFalse();
    }

    @Test
    void an_empty_secret_matches_nothing() {
        assertThat(Signature.matches(RawBody.of(BODY), HEADER, new byte[0])).isFalse();
    }

    @Property(tries = 200)
    void what_was_signed_matches_and_one_changed_bit_does_not(
            @ForAll @Size(min = 1, max = 200) byte[] body, @ForAll @Size(min = 1, max = 40) byte[] secret) {
        String header = Signature.sign(body, secret);

        assertThat(Signature.matches(RawBody.of(body), header, secret)).isTrue();

        body[body.length / 2] ^= 1;
        assertThat(Signature.matches(RawBody.of(body), header, secret)).isFalse();
    }
}
