package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Uploaded media and the tickets to fetch them. In memory and bounded: the oldest go first. */
@OnlyInDemo
@Component
final class MediaShelf {

    /** How long a download address lives, as Meta's. */
    static final Duration TICKET_LIFE = Duration.ofMinutes(5);

    private static final int MOST_TICKETS = 10_000;

    /** One uploaded file. */
    record Media(String id, String mimeType, byte[] bytes) {

        String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }

        @Override
        public String toString() {
            return "Media[" + mimeType + ", " + bytes.length + " bytes]";
        }
    }

    private record Ticket(String mediaId, Instant until) {}

    private final Map<String, Media> shelf = new LinkedHashMap<>();
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();
    private final Clock clock;
    private final long capacity;
    private long used;

    MediaShelf(Clock clock, SimulatorSettings settings) {
        this.clock = clock;
        this.capacity = settings.media().toBytes();
    }

    /** Keeps a file; throws {@link GraphRefusal} when it is larger than the whole shelf. */
    synchronized Media put(String mimeType, byte[] bytes) {
        if (bytes.length > capacity) {
            throw GraphRefusal.of(131053, "The file is larger than all the media that the simulator keeps.");
        }
        var media = new Media(SimulatedIds.object(), mimeType, bytes.clone());
        shelf.put(media.id(), media);
        used += bytes.length;
        Iterator<Media> oldest = shelf.values().iterator();
        while (used > capacity) {
            used -= oldest.next().bytes().length;
            oldest.remove();
        }
        return media;
    }

    synchronized boolean has(String id) {
        return shelf.containsKey(id);
    }

    synchronized Optional<Media> find(String id) {
        return Optional.ofNullable(shelf.get(id));
    }

    synchronized boolean remove(String id) {
        Media removed = shelf.remove(id);
        used -= removed == null ? 0 : removed.bytes().length;
        return removed != null;
    }

    /** A secret word that fetches the file for {@link #TICKET_LIFE}. */
    synchronized String ticketFor(String mediaId) {
        String word = SimulatedIds.ticket();
        tickets.put(word, new Ticket(mediaId, clock.instant().plus(TICKET_LIFE)));
        if (tickets.size() > MOST_TICKETS) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        return word;
    }

    /** The file, while the ticket lives. */
    synchronized Optional<Media> redeem(String word) {
        return Optional.ofNullable(tickets.get(word))
                .filter(ticket -> clock.instant().isBefore(ticket.until()))
                .flatMap(ticket -> find(ticket.mediaId()));
    }
}
