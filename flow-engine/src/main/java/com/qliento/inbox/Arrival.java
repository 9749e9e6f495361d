package com.qliento.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came in, sealed.
 *
 * @param id time-ordered, made for {@code at}
 * @param lane the contact it is from; null for what concerns no contact, which is kept but not handled
 * @param dedupe the same for every delivery of the same thing, and personal in no way
 * @param day the day the sender wrote it, see {@link #day(Instant, Instant)}
 * @param kind WhatsApp's word for its type
 * @param notHandled why nothing will be done about it; null when it waits to be handled
 * @param content sealed for the place {@code inbox_message.content} of this id
 * @param late when the sender wrote it, if it came late, see {@link #late}; null when it came at once
 * @param at when it was received
 */
public record Arrival(
        UUID id,
        UUID channel,
        @Nullable UUID lane,
        byte[] dedupe,
        LocalDate day,
        String kind,
        @Nullable String notHandled,
        byte[] content,
        @Nullable Instant late,
        Instant at) {

    private static final LocalDate NO_USABLE_DAY = LocalDate.EPOCH;
    private static final int REDELIVERED_FOR_DAYS = 8;
    private static final int AT_ONCE_SECONDS = 60;

    /**
     * The partition of a message. Meta delivers again for up to seven days, with the time the customer wrote; a time
     * outside of what that allows is not believed, and always leads to the same day.
     */
    public static LocalDate day(@Nullable Instant written, Instant received) {
        if (written == null
                || written.isBefore(received.minusSeconds(REDELIVERED_FOR_DAYS * 86_400L))
                || written.isAfter(received.plusSeconds(86_400L))) {
            return NO_USABLE_DAY;
        }
        return LocalDate.ofInstant(written, ZoneOffset.UTC);
    }

    /**
     * When it was written, if it came so late that this must be told and counts for its order. Null for what came within
     * a minute: Meta counts whole seconds, so arrival tells the order better. Null too for a time that is not believed, in
     * the future or longer ago than Meta delivers: what came today would be looked for in vain among what is years old.
     */
    public static @Nullable Instant late(@Nullable Instant written, Instant received) {
        boolean late = written != null
                && written.isBefore(received.minusSeconds(AT_ONCE_SECONDS))
                && !written.isBefore(received.minusSeconds(REDELIVERED_FOR_DAYS * 86_400L));
        return late ? written : null;
    }

    /** By which it is ordered among others. */
    public Instant order() {
        return late == null ? at : late;
    }

    @Override
    public String toString() {
        return "Arrival[" + id + "]";
    }
}
