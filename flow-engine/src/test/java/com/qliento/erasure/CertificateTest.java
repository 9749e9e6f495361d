package com.qliento.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.Scene;
import com.qliento.vault.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The proof of an erasure: says enough, tells nothing of anybody, and shows every alteration. */
class CertificateTest {

    private final Scene scene = Scene.shared();
    private final ErasureFixture people = new ErasureFixture(scene);
    private final Certificates certificates = scene.bean(Certificates.class);

    private String certified(String phone) {
        var id = people.begun(people.contact(phone));
        people.isDone(id);
        return certificates.envelope(
                people.asks, certificates.of(people.asks, id).get(0));
    }

    private String publicKey() {
        return scene.bean(Signing.class).keys().get(0).publicKey();
    }

    private static JsonNode content(CertificateCheck.Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(Objects.requireNonNull(outcome.content()));
    }

    @Test
    void it_says_what_was_erased_where_and_when_and_nothing_of_whom() throws Exception {
        var phone = people.talked("certified words");
        var contact = people.contact(phone).toString();

        var outcome = CertificateCheck.check(certified(phone), publicKey());

        assertThat(outcome.problem()).isNull();
        var content = content(outcome);
        assertThat(content.path("stores"))
                .anySatisfy(store -> {
                    assertThat(store.path("table").asText()).isEqualTo("inbox_message");
                    assertThat(store.path("before").asInt()).isEqualTo(2);
                })
                .allSatisfy(store -> assertThat(store.path("after").asInt(1)).isZero());
        assertThat(content.at("/audit/sequence").asLong()).isPositive();
        assertThat(content.at("/audit/hash").asText()).hasSize(64);
        assertThat(content.at("/times/keysDestroyed").asText()).isNotEmpty();
        assertThat(content.path("keys")).hasSize(1);
        assertThat(content.path("recipients"))
                .anySatisfy(one -> assertThat(one.path("state").asText()).isEqualTo("ends"));
        assertThat(content.path("complete").asBoolean(true)).isFalse();
        assertThat(content.toString()).doesNotContain(phone, contact, "certified words");
    }

    @Test
    void any_bit_that_is_altered_shows() {
        var envelope = certified(people.talked("to the bit"));
        byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
        var key = publicKey();
        int unseen = 0;

        for (int bit = 0; bit < bytes.length * 8; bit += 1 + bytes.length / 300) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            unseen += CertificateCheck.check(new String(bytes, StandardCharsets.ISO_8859_1), key)
                            .isGood()
                    ? 1
                    : 0;
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }

        assertThat(unseen).isZero();
        assertThat(CertificateCheck.check(envelope + "\n", key).isGood()).isTrue();
    }

    @Test
    void another_key_or_none_is_told_in_a_sentence() throws Exception {
        var envelope = certified(people.talked("another key"));
        var other = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());

        assertThat(CertificateCheck.check(envelope, other).problem()).contains("another key");
        assertThat(CertificateCheck.check(envelope, "no key").problem()).contains("public key");
        assertThat(CertificateCheck.check("{}", publicKey()).problem()).contains("no certificate");
        assertThat(CertificateCheck.check("", publicKey()).problem()).contains("no certificate");
    }

    @Test
    void another_organisation_has_no_such_certificate() {
        assertThat(scene.call("GET", "/api/v1/privacy/certificates/" + UUID.randomUUID(), "")
                        .statusCode())
                .isEqualTo(404);
    }
}
