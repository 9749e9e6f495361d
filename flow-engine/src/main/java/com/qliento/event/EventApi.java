package com.qliento.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
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

    private final Events events;

    EventApi(Events events) {
        this.events = events;
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
        var reference = request.reference() == null ? "" : request.reference();
        var data = request.data() == null ? JsonNodeFactory.instance.nullNode() : request.data();
        var unused = events.tell(Actor.program(caller), new Events.Happened(reference, data));
    }
}
