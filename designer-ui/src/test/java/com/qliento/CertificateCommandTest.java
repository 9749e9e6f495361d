package com.qliento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate made here by its description alone, as another tool would, and checked by the command. */
class CertificateCommandTest {

    private static final String TYPE = "application/vnd.qliento.erasure-certificate+json";

    @TempDir
    private Path folder;

    private Path certificate;
    private String key;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void aCertificate() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] publicKey = pair.getPublic().getEncoded();
        byte[] payload =
                "{\"format\":\"qliento-erasure-certificate/1\",\"complete\":true}".getBytes(StandardCharsets.UTF_8);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(
                ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
        signature.update(payload);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
        var id = HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        key = Base64.getEncoder().encodeToString(publicKey);
        certificate = Files.writeString(
                folder.resolve("certificate.json"),
                "{\"payload\":\"" + Base64.getEncoder().encodeToString(payload) + "\",\"payloadType\":\"" + TYPE
                        + "\",\"signatures\":[{\"keyid\":\"" + id + "\",\"sig\":\""
                        + Base64.getEncoder().encodeToString(signature.sign()) + "\"}]}");
    }

    private int run(String... arguments) {
        return CertificateCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_good_one_is_shown_and_called_good_with_the_key_as_text_or_as_a_file() throws IOException {
        var file = Files.writeString(folder.resolve("key"), key + "\n");

        assertThat(run("--verify-certificate=" + certificate, "--public-key=" + key))
                .isZero();
        assertThat(run("--verify-certificate=" + certificate, "--public-key=" + file))
                .isZero();
        assertThat(said()).contains("\"complete\" : true", "as it was signed");
    }

    @Test
    void one_that_was_altered_or_is_of_another_key_is_not() throws Exception {
        var other = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());

        assertThat(run("--verify-certificate=" + certificate, "--public-key=" + other))
                .isOne();
        Files.writeString(certificate, Files.readString(certificate).replace("sig\":\"", "sig\":\"A"));
        assertThat(run("--verify-certificate=" + certificate, "--public-key=" + key))
                .isOne();
        assertThat(said()).contains("another key", "altered");
    }

    @Test
    void what_is_missing_is_said_with_how_it_is_done() {
        assertThat(CertificateCommand.isAskedFor("--verify-certificate")).isTrue();
        assertThat(CertificateCommand.isAskedFor("--audit-verify")).isFalse();
        assertThat(run("--verify-certificate")).isEqualTo(2);
        assertThat(run("--verify-certificate=" + folder.resolve("nothing"), "--public-key=" + key))
                .isEqualTo(2);
        assertThat(said()).contains("/api/v1/audit/keys", "can't be read");
    }
}
