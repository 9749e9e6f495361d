package com.qliento.tryout;

import com.qliento.media.MediaContent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer attached in a try: in memory, and gone with the try. The latest are kept, up to {@link #ROOM}; of an
 * earlier one only its name stays in the chat.
 */
final class Attachments {

    /** Bytes of one file. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Bytes of all files of one try. */
    static final int ROOM = 2 * LARGEST;

    private final Map<UUID, MediaContent> files = new LinkedHashMap<>();

    /** Keeps a file; throws a problem for what WhatsApp takes from nobody, and for what is too large here. */
    MediaContent add(String name, byte[] bytes, Instant at) {
        var file = MediaContent.of(name, bytes, LARGEST, at);
        files.remove(file.facts().id());
        files.put(file.facts().id(), file);
        var eldest = files.values().iterator();
        for (long all = all(); all > ROOM; ) {
            all -= eldest.next().bytes().length;
            eldest.remove();
        }
        return file;
    }

    private long all() {
        return files.values().stream().mapToLong(file -> file.bytes().length).sum();
    }

    Optional<MediaContent> find(UUID id) {
        return Optional.ofNullable(files.get(id));
    }

    void forget() {
        files.clear();
    }
}
