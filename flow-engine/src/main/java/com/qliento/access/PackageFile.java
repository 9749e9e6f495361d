package com.qliento.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.register.Register;
import com.qliento.vault.Signing;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * The file of a package: a ZIP with the data for programs, the same for people to read and to print, what they may take along, the schemas, a manifest with the
 * SHA-256 of each, and a signature of that.
 */
final class PackageFile {

    static final String FORMAT = "qliento-access-package/1";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final PackageContent content;
    private final Signing signing;
    private final List<Map<String, Object>> written = new ArrayList<>();

    PackageFile(PackageContent content, Signing signing) {
        this.content = content;
        this.signing = signing;
    }

    /** Writes it; gives how many bytes it has. The stream stays open. */
    long write(OutputStream out) throws IOException {
        var counted = new Counting(out);
        var zip = new ZipOutputStream(counted, StandardCharsets.UTF_8);
        entry(zip, "data.json", this::data);
        var text = new PackageText(content);
        entry(zip, "data.html", to -> to.write(new PackagePage(text).html().getBytes(StandardCharsets.UTF_8)));
        entry(zip, "data.pdf", new PackagePrint(text)::write);
        entry(zip, "data.schema.json", to -> to.write(schema("data")));
        entry(zip, Portable.FILE, to -> to.write(PortableFile.JSON.writeValueAsBytes(Portable.of(content))));
        entry(zip, "portable.schema.json", to -> to.write(schema("portable")));
        var manifest = manifest();
        entry(zip, "manifest.json", to -> to.write(manifest));
        entry(zip, "manifest.sig.json", to -> to.write(signature(manifest)));
        zip.finish();
        return counted.bytes;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void entry(ZipOutputStream zip, String name, Content from) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(content.madeAt(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        var counted = new Counting(zip);
        var digested = new DigestOutputStream(counted, sha256());
        from.to(digested);
        zip.closeEntry();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("bytes", counted.bytes);
        facts.put("sha256", HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        written.add(facts);
    }

    private void data(OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("package", content.id().toString());
            json.writeStringField("organisation", content.organisation());
            json.writeStringField("madeAt", content.madeAt().toString());
            json.writePOJOField("recipients", content.recipients());
            json.writePOJOField("information", information());
            json.writeObjectFieldStart("data");
            for (var kind : content.byKind().entrySet()) {
                json.writeArrayFieldStart(kind.getKey());
                for (var one : kind.getValue()) {
                    json.writeStartObject();
                    json.writeStringField("id", one.id());
                    json.writeStringField("at", one.at().toString());
                    if (one.unreadable() != null) {
                        json.writeStringField("unreadable", one.unreadable());
                    }
                    json.writePOJOField("values", one.values());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writePOJOField("hidden", content.hidden().what());
            json.writePOJOField("toReview", content.hidden().toReview());
            json.writeEndObject();
        }
    }

    /** What the law wants told besides (GDPR Art. 15(1)), from the register of processing. */
    private Map<String, Object> information() {
        var register = content.register();
        var controller = register.controller();
        var information = new LinkedHashMap<String, Object>();
        information.put(
                "controller",
                Map.of(
                        "name", controller.name(),
                        "contact", controller.contact(),
                        "officer", controller.officer(),
                        "representative", controller.representative()));
        information.put(
                "activities",
                register.activities().stream().map(PackageFile::activity).toList());
        information.put("decidedBy", content.decidedBy());
        return information;
    }

    private static Map<String, Object> activity(Register.Activity activity) {
        return Map.of(
                "purpose", activity.purpose().code(),
                "basis", activity.basis().code(),
                "categories",
                        activity.kinds().stream()
                                .map(kind -> Map.of("category", kind.category().code(), "period", kind.period()))
                                .toList());
    }

    private byte[] manifest() throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", FORMAT);
        manifest.put("package", content.id().toString());
        manifest.put("madeAt", content.madeAt().toString());
        manifest.put("files", List.copyOf(written));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    /** Over the bytes of the manifest. Whose key it is, the interface says, not the file. */
    private byte[] signature(byte[] manifest) throws IOException {
        var signed = signing.sign(manifest);
        var signature = new LinkedHashMap<String, Object>();
        signature.put("algorithm", "Ed25519");
        signature.put("of", "manifest.json");
        signature.put("key", signed.key());
        signature.put("signature", Base64.getEncoder().encodeToString(signed.signature()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(signature);
    }

    private static byte[] schema(String of) throws IOException {
        return new ClassPathResource("com/qliento/access/" + of + ".schema.json").getContentAsByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts what goes through; closing it closes nothing. */
    private static final class Counting extends FilterOutputStream {

        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
