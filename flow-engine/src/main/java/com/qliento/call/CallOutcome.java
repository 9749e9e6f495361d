package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a call came to. Codes are fixed words in kebab case, never what the other side wrote. */
public sealed interface CallOutcome {

    /** The other side answered. */
    record Answered(JsonNode body) implements CallOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.answered(this);
        }

        @Override
        public String toString() {
            return "Answered";
        }
    }

    /**
     * No answer that can be used.
     *
     * @param trouble whether the other side seems to be in trouble, so that further calls had better wait
     */
    record Failed(String code, boolean trouble) implements CallOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    /** Nobody waits any more. */
    record TimedOut() implements CallOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.timedOut(this);
        }
    }

    /** A rule of the organisation or the platform forbids it; it was not made. */
    record NotAllowed(String rule) implements CallOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.notAllowed(this);
        }
    }

    /**
     * It may be made again, and is, unless its deadline comes first: then it failed with this code. Only a callee says so,
     * and only of a call that was not made or may be made twice; whoever waits never hears of it.
     */
    record Again(Duration after, String code) implements CallOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.again(this);
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T answered(Answered answer);

        T failed(Failed failure);

        T timedOut(TimedOut outcome);

        T notAllowed(NotAllowed refusal);

        T again(Again later);
    }

    <T> T accept(Cases<T> cases);

    /** No answer that can be used, though the other side is well: what was asked is to blame. */
    static CallOutcome failed(String code) {
        return new Failed(code, false);
    }

    /** No answer, since the other side can't be reached or does not work. */
    static CallOutcome trouble(String code) {
        return new Failed(code, true);
    }
}
