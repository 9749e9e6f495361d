package com.qliento.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.Signing;
import com.qliento.vault.SigningKey;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads what somebody brings: {@code portable.json} by itself, or a whole package, of which each file is held against its
 * manifest, and that against its signature when it names one of our keys. Bounded in all it reads.
 */
final class PortableFile {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.sig.json";
    private static final Set<String> OF_THEMSELVES = Set.of(MANIFEST, SIGNATURE);
    private static final Set<String> READ = Set.of(MANIFEST, SIGNATURE, Portable.FILE);

    private static final ProblemType UNREADABLE =
            new ProblemType(ProblemKind.INVALID, "import-unreadable", "This is nothing that can be brought in");
    private static final ProblemType CHANGED =
            new ProblemType(ProblemKind.INVALID, "import-changed", "The package was changed");
    private static final ProblemType TOO_LARGE =
            new ProblemType(ProblemKind.TOO_LARGE, "import-too-large", "The package is too large");

    /** Bytes of the file that is read, and of all of them unpacked: nobody knows before how much a ZIP holds. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final long MOST_UNPACKED = 512L * 1024 * 1024;
    private static final int MOST_FILES = 100;

    private final Signing signing;
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    PortableFile(Signing signing) {
        this.signing = signing;
    }

    /**
     * What was read.
     *
     * @param signature ours, unknown (of a key that is none of ours), or none
     */
    record Read(Portable portable, String signature) {

        @Override
        public String toString() {
            return "Read";
        }
    }

    /** Throws {@link Problem} for what is no such file, and for one that was changed. */
    Read read(InputStream body) throws IOException {
        var in = new BufferedInputStream(body);
        in.mark(2);
        int first = in.read();
        in.reset();
        if (first < 0) {
            throw noJson();
        }
        if (first != 'P') {
            return new Read(portable(bounded(in)), "none");
        }
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            unpack(zip);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw UNREADABLE.because("The ZIP file is broken. Download it once more, and send it as it is.");
        }
        var signature = verified();
        var portable = files.get(Portable.FILE);
        if (portable == null) {
            throw UNREADABLE.because(
                    "There is no " + Portable.FILE + " in it. Ask whoever made it for one that has it.");
        }
        return new Read(portable(portable), signature);
    }

    private void unpack(ZipInputStream zip) throws IOException {
        long left = MOST_UNPACKED;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var digest = sha256();
            var through = new DigestInputStream(zip, digest);
            var name = entry.getName();
            long length = READ.contains(name) ? kept(name, bounded(through)) : passed(through, left);
            left -= length;
            if (left < 0 || hashes.size() >= MOST_FILES) {
                throw tooLarge();
            }
            if (hashes.put(name, HexFormat.of().formatHex(digest.digest())) != null) {
                throw UNREADABLE.because("A file is in it twice. Send the package as it was made.");
            }
        }
        if (hashes.isEmpty()) {
            throw new ZipException();
        }
    }

    private long kept(String name, byte[] bytes) {
        files.put(name, bytes);
        return bytes.length;
    }

    private static long passed(InputStream in, long most) throws IOException {
        var piece = new byte[64 * 1024];
        long passed = 0;
        for (int read = in.read(piece); read >= 0 && passed <= most; read = in.read(piece)) {
            passed += read;
        }
        return passed;
    }

    private static byte[] bounded(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Problem noJson() {
        return UNREADABLE.because("It is no JSON. Send portable.json, or a package with it.");
    }

    private static Problem tooLarge() {
        return TOO_LARGE.because(
                "It unpacks to more than is read. Send its " + Portable.FILE + " by itself, 32 MB at most.");
    }

    /** Each file is as the manifest says, there is no other, and the signature is right if we can say so. */
    private String verified() {
        var manifest = files.get(MANIFEST);
        if (manifest == null) {
            throw CHANGED.because("There is no " + MANIFEST + " in it. Send the package as it was made, or "
                    + Portable.FILE + " by itself.");
        }
        var said = new HashMap<String, String>();
        tree(manifest, MANIFEST)
                .path("files")
                .forEach(file ->
                        said.put(file.path("name").asText(), file.path("sha256").asText()));
        var found = new HashMap<>(hashes);
        found.keySet().removeAll(OF_THEMSELVES);
        if (said.isEmpty() || !said.equals(found)) {
            throw CHANGED.because("Its files are not as its manifest says. Send the package as it was made.");
        }
        return signature(manifest);
    }

    private String signature(byte[] manifest) {
        var bytes = files.get(SIGNATURE);
        if (bytes == null) {
            return "none";
        }
        var signature = tree(bytes, SIGNATURE);
        var key = signature.path("key").asText();
        if (signing.keys().stream().map(SigningKey::id).noneMatch(key::equals)) {
            return "unknown";
        }
        if (!signing.isOurs(manifest, key, decoded(signature.path("signature").asText()))) {
            throw CHANGED.because("The signature of its manifest does not fit. Send the package as it was made.");
        }
        return "ours";
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static JsonNode tree(byte[] bytes, String name) {
        try {
            return Objects.requireNonNullElseGet(JSON.readTree(bytes), JSON::nullNode);
        } catch (IOException notJson) {
            throw CHANGED.because("Its " + name + " is no JSON. Send the package as it was made.");
        }
    }

    private static Portable portable(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Portable.class);
        } catch (JsonMappingException other) {
            // Its message holds what was read.
            throw UNREADABLE
                    .because("It is not as portable.schema.json says, at " + place(other) + ".")
                    .with("at", place(other));
        } catch (JsonProcessingException notJson) {
            throw noJson();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where it stands; names of fields that are none of ours are somebody's words. */
    private static String place(JsonMappingException found) {
        var place = new StringBuilder();
        for (var step : found.getPath()) {
            boolean ours = step.getFieldName() != null
                    && Set.of(
                                    "format",
                                    "organisation",
                                    "madeAt",
                                    "profile",
                                    "messages",
                                    "answers",
                                    "id",
                                    "at",
                                    "receivedAt",
                                    "values",
                                    "name",
                                    "phone",
                                    "userId")
                            .contains(step.getFieldName());
            place.append('/').append(step.getIndex() >= 0 ? step.getIndex() : ours ? step.getFieldName() : "?");
        }
        return place.isEmpty() ? "/" : place.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
