package com.qliento.transcript;

import com.qliento.inbox.Inbox;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.outbox.Outbox;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: messages in both directions; those that are parked can be tried again or given up. */
@RestController
@RequestMapping("/api/v1/messages")
class MessageApi {

    private final Inbox inbox;
    private final Outbox outbox;
    private final MessageReader reader;

    MessageApi(Inbox inbox, Outbox outbox, MessageReader reader) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.reader = reader;
    }

    /** Messages of the organisation or of one contact, newest first. */
    @GetMapping
    Page<MessageReader.View> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String contact) {
        int size = Limit.of(limit);
        var ofContact = contact == null ? null : Limit.id("contact", contact);
        var rows = reader.page(caller.organisation(), Limit.after(cursor), ofContact, Page.overLimit(size));
        return Page.of(rows, size, view -> view.id().toString());
    }

    @GetMapping("/{id}")
    MessageReader.View get(Caller caller, @PathVariable String id) {
        return reader.find(caller.organisation(), Limit.id("id", id))
                .orElseThrow(() -> Problem.notFound("message", id));
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<Void> retry(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.WRITE);
        var message = Limit.id("id", id);
        if (get(caller, id).inbound()) {
            inbox.retry(caller.organisation(), message);
        } else {
            outbox.retry(caller.organisation(), message);
        }
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{id}/drop")
    ResponseEntity<Void> drop(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.WRITE);
        var message = Limit.id("id", id);
        if (get(caller, id).inbound()) {
            inbox.drop(caller.organisation(), message);
        } else {
            outbox.drop(caller.organisation(), message);
        }
        return ResponseEntity.noContent().build();
    }
}
