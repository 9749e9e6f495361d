package com.qliento.mail;

import com.qliento.connector.mail.MailOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that the server did not take, or that came back; whom it was for is seen in the conversation alone.
 *
 * @param id of the letter
 * @param code of three digits by which the server said so the last time; 0 when it is not known
 * @param times how often it was handed over
 * @param conversation that it was asked for in; null for one that no conversation asked for
 */
public record MailRefusal(
        UUID id,
        Instant at,
        Kind kind,
        int code,
        int times,
        @Nullable UUID conversation) {

    /** What became of a letter that did not arrive. */
    public enum Kind {
        /** The server knows no such recipient, or does not send to them. */
        REFUSED_RECIPIENT,
        /** The server does not take this letter, or none from this sender. */
        REFUSED_MAIL,
        /** The server does not know us by this name and password. */
        REFUSED_ACCOUNT,
        /** The server could not take it then. */
        BUSY,
        /** The server took it and could not deliver it: it came back later. */
        BOUNCED;

        /** Empty for what is no refusal of the server's. */
        static Optional<Kind> of(MailOutcome outcome) {
            return switch (outcome) {
                case REFUSED_RECIPIENT -> Optional.of(REFUSED_RECIPIENT);
                case REFUSED_MAIL -> Optional.of(REFUSED_MAIL);
                case REFUSED_ACCOUNT -> Optional.of(REFUSED_ACCOUNT);
                case BUSY -> Optional.of(BUSY);
                case SENT, NOT_SAFE, NOT_ALLOWED, UNREACHABLE, UNSURE -> Optional.empty();
            };
        }
    }
}
