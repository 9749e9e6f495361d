package com.qliento.connector.whatsapp;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file to upload.
 *
 * @param mimeType decides how WhatsApp shows it, such as {@code image/jpeg}
 * @param name may be personal data, never printed
 * @param content of known length
 */
public record MediaFile(String mimeType, String name, BodyPublisher content) {
    private static final Pattern MIME = Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=[\\w.-]+)*");

    public MediaFile {
        if (!MIME.matcher(mimeType).matches()) {
            throw new IllegalArgumentException("not a MIME type");
        }
    }

    /** A file in memory. */
    public static MediaFile of(String mimeType, String name, byte[] content) {
        return new MediaFile(mimeType, name, BodyPublishers.ofByteArray(content));
    }

    /** A file on disk, read while it is sent. */
    public static MediaFile of(String mimeType, Path file) throws FileNotFoundException {
        return new MediaFile(mimeType, file.getFileName().toString(), BodyPublishers.ofFile(file));
    }

    /** The form Meta asks for, as {@code multipart/form-data} with this boundary. */
    BodyPublisher form(String boundary) {
        String head = field(boundary, "messaging_product", "whatsapp")
                + field(boundary, "type", mimeType)
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + escaped(name)
                + "\"\r\nContent-Type: " + mimeType + "\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return BodyPublishers.concat(bytes(head), content, bytes(tail));
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** As browsers do (WHATWG HTML, multipart/form-data encoding). */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MediaFile[" + mimeType + "]";
    }
}
