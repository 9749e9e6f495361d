package com.qliento.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.vault.Signing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate as it is handed out: a Dead Simple Signing Envelope (DSSE 1.0, github.com/secure-systems-lab/dsse) around
 * JSON, signed by Ed25519. Written without a space that is not needed: read and written again it is the same text.
 */
final class CertificateEnvelope {

    static final String FORMAT = "qliento-erasure-certificate/1";
    static final String TYPE = "application/vnd.qliento.erasure-certificate+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CertificateEnvelope() {}

    static String sign(Signing signing, Map<String, Object> content) {
        try {
            var payload = JSON.writeValueAsBytes(content);
            var signed = signing.sign(signedBytes(payload));
            return JSON.writeValueAsString(of(payload, signed.key(), signed.signature()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Dsse of(byte[] payload, String key, byte[] signature) {
        var encoder = Base64.getEncoder();
        return new Dsse(
                encoder.encodeToString(payload),
                TYPE,
                List.of(new Dsse.Signed(key, encoder.encodeToString(signature))));
    }

    /** The same as members, which are written in this order. */
    static Dsse members(String text) {
        try {
            return JSON.readValue(text, Dsse.class);
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    /** An envelope's members; all of them base64 but the type and the key's id. */
    record Dsse(String payload, String payloadType, List<Signed> signatures) {

        /** A signature. */
        record Signed(String keyid, String sig) {}

        @Override
        public String toString() {
            return "Dsse";
        }
    }

    /** What is signed: DSSE's pre-authentication encoding, in which type and content can't be mistaken for each other. */
    static byte[] signedBytes(byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** An envelope that was read. */
    record Opened(byte[] payload, String key, byte[] signature) {

        JsonNode content() throws IOException {
            return JSON.readTree(payload);
        }

        @Override
        public String toString() {
            return "Opened[" + key + "]";
        }
    }

    /** Reads one; throws {@link IOException} when it is not, to the letter, as {@link #sign} writes it. */
    static Opened open(String text) throws IOException {
        try {
            var read = JSON.readTree(text);
            var signature = read.path("signatures").path(0);
            var opened = new Opened(
                    Base64.getDecoder().decode(read.path("payload").asText()),
                    signature.path("keyid").asText(),
                    Base64.getDecoder().decode(signature.path("sig").asText()));
            if (!JSON.writeValueAsString(of(opened.payload(), opened.key(), opened.signature()))
                    .equals(text)) {
                throw new IOException("not as it was written");
            }
            return opened;
        } catch (IllegalArgumentException notBase64) {
            throw new IOException("not as it was written", notBase64);
        }
    }
}
