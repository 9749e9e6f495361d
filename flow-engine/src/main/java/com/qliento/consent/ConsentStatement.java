package com.qliento.consent;

import com.qliento.contact.ContactId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said about their consent, or was asked.
 *
 * @param record the record it belongs to; null for one of its own, or, of what is taken back, the one in which it was given,
 *     and of an answer to which nothing is shown anew, the one in which they were asked last
 * @param shown what was put before them; null for the record's, or for nothing
 * @param at when they said it
 * @param until how long it is for; null for ever
 */
public record ConsentStatement(
        ContactId contact,
        Set<Purpose> purposes,
        ConsentEvent event,
        @Nullable UUID record,
        @Nullable Shown shown,
        Source source,
        Instant at,
        @Nullable Instant until) {

    /** Takes its own copy; something is said of a purpose at least. */
    public ConsentStatement {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a consent for nothing");
        }
    }

    /** Of its own record, or of what is taken back the one in which it was given; for ever, with nothing shown. */
    public ConsentStatement(ContactId contact, Set<Purpose> purposes, ConsentEvent event, Source source, Instant at) {
        this(contact, purposes, event, null, null, source, at, null);
    }

    /** The same, of which this was put before them. */
    public ConsentStatement showing(Shown what) {
        return new ConsentStatement(contact, purposes, event, record, what, source, at, until);
    }

    /** The same in the record of this id. */
    public ConsentStatement in(UUID ofRecord) {
        return new ConsentStatement(contact, purposes, event, ofRecord, shown, source, at, until);
    }

    @Override
    public String toString() {
        return "ConsentStatement[" + event + " " + purposes + "]";
    }

    /**
     * What was put before them.
     *
     * @param wording word for word; null when there is none
     * @param language a tag such as {@code es}
     * @param jurisdiction of whose law, a country's code such as {@code ES}
     */
    public record Shown(
            @Nullable String wording,
            @Nullable String language,
            @Nullable String noticeId,
            @Nullable String noticeVersion,
            @Nullable String jurisdiction) {

        /** Words in a language, of no notice. */
        public Shown(String wording, @Nullable String language) {
            this(wording, language, null, null, null);
        }

        @Override
        public String toString() {
            return "Shown";
        }
    }

    /**
     * Where it comes from.
     *
     * @param channel by which way: a fixed word such as {@code whatsapp}, {@code rest}, {@code screen}
     * @param evidence what shows it: the id of a message, a block, a form's number; sealed
     */
    public record Source(String channel, By by, SortedMap<String, String> evidence) {

        /** With this evidence. */
        public Source(String channel, By by, Map<String, String> evidence) {
            this(channel, by, new TreeMap<>(evidence));
        }

        @Override
        public String toString() {
            return "Source[" + channel + "]";
        }
    }

    /**
     * Who wrote it down.
     *
     * @param kind {@code person} for themselves, {@code flow}, {@code account}, {@code key} or {@code platform}
     * @param id a flow's key, an account's id, a key's name; never somebody's name
     */
    public record By(String kind, String id) {

        /** The person themselves, in words of their own. */
        public static final By THEMSELVES = new By("person", "");

        /** A flow asked them. */
        public static By flow(String key) {
            return new By("flow", key);
        }
    }
}
