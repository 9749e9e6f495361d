package com.qliento.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of our own files in a queued message: where WhatsApp's media id belongs stands ours, until the message is sent.
 * WhatsApp's ids are digits, so neither is ever taken for the other.
 */
public final class FileReference {

    private static final String PREFIX = "file:";
    private static final byte[] SIGN = ("\"id\":\"" + PREFIX).getBytes(StandardCharsets.UTF_8);

    private FileReference() {}

    /** What to write instead of WhatsApp's media id. */
    public static String to(UUID file) {
        return PREFIX + file;
    }

    /** The file that this message sends; null when it sends none of ours. Quick for messages without media. */
    static @Nullable UUID in(byte[] json) {
        if (!mayHave(json)) {
            return null;
        }
        var media = media(QueuedJson.read(json));
        var id = media == null ? "" : media.path("id").asText();
        return id.startsWith(PREFIX) ? UUID.fromString(id.substring(PREFIX.length())) : null;
    }

    /** The message with WhatsApp's id; a document without a name gets the file's. */
    static byte[] replaced(byte[] json, String mediaId, String name) {
        var message = QueuedJson.read(json);
        var media = media(message);
        if (media != null) {
            media.put("id", mediaId);
            if (message.has(MediaKind.DOCUMENT.word()) && !media.has("filename")) {
                media.put("filename", name);
            }
        }
        return QueuedJson.written(message);
    }

    private static @Nullable ObjectNode media(ObjectNode message) {
        var type = message.path("type").asText();
        boolean kind = Arrays.stream(MediaKind.values()).anyMatch(k -> k.word().equals(type));
        return kind && message.get(type) instanceof ObjectNode media ? media : null;
    }

    private static boolean mayHave(byte[] json) {
        for (int at = 0; at + SIGN.length <= json.length; at++) {
            if (json[at] == SIGN[0] && Arrays.equals(json, at, at + SIGN.length, SIGN, 0, SIGN.length)) {
                return true;
            }
        }
        return false;
    }
}
