package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request that was sent to see what comes.
 *
 * @param word {@link #ANSWERED}, or the fixed word for why a flow would get nothing
 * @param head null when there was no answer
 * @param host that would have to be allowed for it; null when that is not why
 * @param tree the answer as a tree of fields, without secrets of the request; null when it can't be read
 * @param unpicked what the block keeps of an answer and could not keep of this one
 */
public record TestAnswer(
        String word,
        Duration took,
        @Nullable Head head,
        @Nullable String host,
        @Nullable JsonNode tree,
        List<Unpicked> unpicked) {

    /** It is an answer that a flow can use. */
    public static final String ANSWERED = "answered";

    /**
     * What stands above an answer.
     *
     * @param bytes of the answer, unpacked
     */
    public record Head(
            int status,
            @Nullable String contentType,
            @Nullable String retryAfter,
            int bytes) {}

    /**
     * A value that could not be kept.
     *
     * @param kind the word for what was wanted, or {@code pick-missing}
     * @param found what there is instead, shortened, without secrets of the request; empty for nothing
     */
    public record Unpicked(String kind, String name, String found) {

        /** Nothing of what there is. */
        @Override
        public String toString() {
            return "Unpicked[" + kind + " " + name + "]";
        }
    }

    static TestAnswer none(String word, Duration took) {
        return new TestAnswer(word, took, null, null, null, List.of());
    }

    TestAnswer offering(@Nullable String missing) {
        return new TestAnswer(word, took, head, missing, tree, unpicked);
    }

    /** Nothing of the answer. */
    @Override
    public String toString() {
        return "TestAnswer[" + word + "]";
    }
}
