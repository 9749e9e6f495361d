package com.qliento.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody's data is used for, and what makes that lawful when nothing was recorded of them. A code stands in the
 * ledger, in requests and in drawn flows, and never changes.
 */
public enum Purpose {
    /** Answering them and doing what they asked for (GDPR Art. 6(1)(b)). */
    SERVICE(Basis.CONTRACT),
    /** Advertising: never without their consent (Directive 2002/58/EC Art. 13(1)). */
    MARKETING(Basis.CONSENT),
    /** A machine writes the answers: as they may expect it once they are told (Art. 6(1)(f)), until they say no. */
    AI_REPLIES(Basis.LEGITIMATE_INTEREST),
    /** What they wrote teaches a machine: never without their consent. */
    AI_TRAINING(Basis.CONSENT),
    /** Rating them by what is known of them: never without their consent, so that nothing hangs on Art. 22(2)(a). */
    PROFILING(Basis.CONSENT),
    /** Counting what they do, to make the service better (Art. 6(1)(f)), until they say no. */
    ANALYTICS(Basis.LEGITIMATE_INTEREST);

    /** What makes a use lawful. */
    public enum Basis {
        /** Allowed without a word, until they say no. */
        CONTRACT,
        /** Allowed only after they said yes. */
        CONSENT,
        /** Allowed without a word, until they say no or object. */
        LEGITIMATE_INTEREST;

        /** As it stands in answers. */
        public String code() {
            return Purpose.word(this);
        }
    }

    private final Basis basis;

    Purpose(Basis basis) {
        this.basis = basis;
    }

    /** On what a use stands. */
    public Basis basis() {
        return basis;
    }

    /** Whether it is allowed as long as nobody has said anything. */
    public Permit unsaid() {
        return basis == Basis.CONSENT ? Permit.NO_CONSENT : Permit.ALLOWED;
    }

    /** As it stands in the ledger. */
    public String code() {
        return word(this);
    }

    /** The purpose of this code. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
