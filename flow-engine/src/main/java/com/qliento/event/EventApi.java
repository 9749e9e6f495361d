package com.qliento.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.call.Calls;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: what happened elsewhere. */
@RestController
@RequestMapping("/api/v1/events")
class EventApi {

    private static final int MOST_CHARACTERS = 16_000;

    private final Calls calls;

    EventApi(Calls calls) {
        this.calls = calls;
    }

    /** What happened, as the flow that waits knows it, and what there is to say of it. */
    record Request(@Nullable String reference, @Nullable JsonNode data) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /** Durable when it is answered; a flow that waits goes on, and one that comes to wait within a day too. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void happened(Caller caller, @RequestBody Request request) {
        var actor = Actor.program(caller);
        actor.require(Permission.START_FLOWS);
        var reference = request.reference() == null ? "" : request.reference().strip();
        if (reference.isEmpty() || reference.length() > AwaitEventBlock.LONGEST_REFERENCE) {
            throw Problem.invalid(
                    "reference",
                    "Say what happened by the reference that the flow waits for, of "
                            + AwaitEventBlock.LONGEST_REFERENCE + " characters at most.");
        }
        var data = request.data() == null ? JsonNodeFactory.instance.nullNode() : request.data();
        if (data.toString().length() > MOST_CHARACTERS) {
            throw Problem.invalid("data", "A flow keeps " + MOST_CHARACTERS + " characters of what happened at most.");
        }
        calls.happened(actor.organisation(), reference, data);
    }
}
