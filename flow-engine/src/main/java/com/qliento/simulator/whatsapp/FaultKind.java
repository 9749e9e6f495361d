package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What can go wrong with a send. */
enum FaultKind {
    /** Refused with an error code; nothing is sent. */
    @JsonProperty("error")
    ERROR(0) {
        @Override
        Object answer(Fault fault, Line line) {
            var error =
                    GraphRefusal.of(fault.code() == null ? 131000 : fault.code(), "The simulator was told to fail.");
            int status = fault.httpStatus() == null ? error.code().status() : fault.httpStatus();
            return withRetryAfter(ResponseEntity.status(status), fault).body(GraphErrorBody.of(error));
        }
    },
    /** Sent and answered, but late. */
    @JsonProperty("delay")
    DELAY(5_000) {
        @Override
        Object answer(Fault fault, Line line) {
            return line.later(fault.delay(), line::accept);
        }
    },
    /** Sent, its statuses come, but the answer never does: the connection closes. */
    @JsonProperty("lost-response")
    LOST_RESPONSE(0) {
        @Override
        Object answer(Fault fault, Line line) {
            line.accept();
            return line.hangUp();
        }
    },
    /** Meta fails: 5xx, nothing is sent. */
    @JsonProperty("server-error")
    SERVER_ERROR(0) {
        @Override
        Object answer(Fault fault, Line line) {
            int status = fault.httpStatus() == null ? 500 : fault.httpStatus();
            return withRetryAfter(ResponseEntity.status(status), fault).body(GraphErrorBody.serverFailure());
        }
    },
    /** The connection closes at once, nothing is sent. */
    @JsonProperty("reset")
    RESET(0) {
        @Override
        Object answer(Fault fault, Line line) {
            return line.hangUp();
        }
    },
    /** Nothing comes, for long, then the connection closes; nothing is sent. */
    @JsonProperty("silence")
    SILENCE(30_000) {
        @Override
        Object answer(Fault fault, Line line) {
            return line.later(fault.delay(), line::hangUp);
        }
    };

    /** What a fault can do to the request at hand. */
    interface Line {

        /** Goes on as if nothing were wrong. */
        Object accept();

        /** Closes the connection without an answer. */
        Object hangUp();

        /** Answers later, without holding a thread. */
        Object later(Duration delay, Supplier<Object> answer);
    }

    private final int usualDelayMillis;

    FaultKind(int usualDelayMillis) {
        this.usualDelayMillis = usualDelayMillis;
    }

    int usualDelayMillis() {
        return usualDelayMillis;
    }

    /** Answers the request in its own way; what is returned is a return value of a Spring controller. */
    abstract Object answer(Fault fault, Line line);

    private static ResponseEntity.BodyBuilder withRetryAfter(ResponseEntity.BodyBuilder answer, Fault fault) {
        return fault.retryAfterSeconds() == null
                ? answer
                : answer.header(
                        HttpHeaders.RETRY_AFTER, fault.retryAfterSeconds().toString());
    }
}
