package com.qliento.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a person must not be erased yet (GDPR Art. 17(3)).
 *
 * @param contact whose; null once they are erased
 * @param kinds of what is kept, such as message; the words that a data package has
 * @param from only what came to be then or later; null for all before
 * @param until only what came to be before; null for all after
 * @param reason in words; null when it can't be read any more
 * @param endsAt when it ends by itself: what it held is erased then
 * @param held how many things it holds of an erased person
 * @param endedAt when it ended; null while it holds
 */
public record Hold(
        UUID id,
        @Nullable UUID contact,
        List<String> kinds,
        @Nullable Instant from,
        @Nullable Instant until,
        Basis basis,
        @Nullable String reason,
        Instant endsAt,
        String madeBy,
        Instant madeAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long held) {

    /** On what ground (GDPR Art. 17(3)(a) to (e)). The words stand in rows and in certificates, and never change. */
    public enum Basis {
        /** Freedom of expression and information: (a). */
        @JsonProperty("expression")
        EXPRESSION("expression", "GDPR Art. 17(3)(a)"),
        /** A duty by law, such as keeping invoices: (b). */
        @JsonProperty("legal-obligation")
        LEGAL_OBLIGATION("legal-obligation", "GDPR Art. 17(3)(b)"),
        /** Public health: (c). */
        @JsonProperty("public-health")
        PUBLIC_HEALTH("public-health", "GDPR Art. 17(3)(c)"),
        /** Archiving in the public interest, research, statistics: (d). */
        @JsonProperty("archiving")
        ARCHIVING("archiving", "GDPR Art. 17(3)(d)"),
        /** Legal claims, to make them or to defend against them: (e). */
        @JsonProperty("legal-claims")
        LEGAL_CLAIMS("legal-claims", "GDPR Art. 17(3)(e)");

        private final String word;
        private final String article;

        Basis(String word, String article) {
            this.word = word;
            this.article = article;
        }

        /** The word for it. */
        public String word() {
            return word;
        }

        /** Where it is written. */
        public String article() {
            return article;
        }

        static Optional<Basis> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(basis -> basis.word.equals(word))
                    .findFirst();
        }
    }

    /** Whether it holds something of this kind and time. */
    boolean covers(String kind, Instant at) {
        return kinds.contains(kind) && (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "Hold[" + id + "]";
    }
}
