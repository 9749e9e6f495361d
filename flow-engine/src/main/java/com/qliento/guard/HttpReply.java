package com.qliento.guard;

import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface HttpReply {

    /**
     * An answer, read wholly and unpacked.
     *
     * @param contentType as the server wrote it
     * @param retryAfter as the server wrote it
     */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String retryAfter,
            byte[] body) implements HttpReply {

        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.answer(this);
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * It was not made, or not followed to where it was sent on.
     *
     * @param why the reason
     */
    record Refused(AddressRefusal why) implements HttpReply {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * No answer that can be read.
     *
     * @param sent whether the server may have got the request
     */
    record Nothing(Trouble why, boolean sent) implements HttpReply {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.nothing(this);
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T answer(Answer answer);

        T refused(Refused refused);

        T nothing(Nothing nothing);
    }

    <T> T accept(Cases<T> cases);
}
