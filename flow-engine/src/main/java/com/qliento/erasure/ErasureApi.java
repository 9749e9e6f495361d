package com.qliento.erasure;

import com.qliento.account.Actor;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.recipient.DataRecipient;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: people erased, and the proof of it. */
@RestController
@RequestMapping("/api/v1/privacy")
class ErasureApi {

    private final Erasures erasures;
    private final Holds holds;
    private final Certificates certificates;

    ErasureApi(Erasures erasures, Holds holds, Certificates certificates) {
        this.erasures = erasures;
        this.holds = holds;
        this.certificates = certificates;
    }

    /** An erasure with all that belongs to it. */
    record Shown(Erasure erasure, List<DataRecipient> recipients, List<Hold> holds, List<UUID> certificates) {}

    /** Asks for an erasure; it begins when another key's holder or a person approves. */
    @PostMapping("/people/{contact}/erasure")
    ResponseEntity<Erasure> ask(Caller caller, @PathVariable String contact) {
        caller.require(KeyScope.ADMIN);
        var asked = erasures.ask(Actor.program(caller), new ContactId(Limit.id("contact", contact)));
        return ResponseEntity.created(URI.create("/api/v1/privacy/erasures/" + asked.id()))
                .body(asked);
    }

    /** The newest first. */
    @GetMapping("/erasures")
    Page<Erasure> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = erasures.page(Actor.program(caller), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, one -> one.id().toString());
    }

    @GetMapping("/erasures/{id}")
    Shown get(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        var which = Limit.id("id", id);
        return new Shown(
                erasures.get(actor, which),
                erasures.recipients(actor, which),
                holds.ofErasure(actor, which),
                certificates.of(actor, which));
    }

    /** Approves it; whoever asked can't. It can't be taken back from then on. */
    @PostMapping("/erasures/{id}/approval")
    Erasure approve(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.ADMIN);
        return erasures.approve(Actor.program(caller), Limit.id("id", id));
    }

    /** Takes it back before it begins. */
    @DeleteMapping("/erasures/{id}")
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.ADMIN);
        erasures.withdraw(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }

    /** How far a recipient is. */
    record Noted(@Nullable String state) {}

    /** Notes how far a recipient is with it: told, confirmed or refused. */
    @PutMapping("/erasures/{id}/recipients/{recipient}")
    ResponseEntity<Void> note(
            Caller caller, @PathVariable String id, @PathVariable String recipient, @RequestBody Noted noted) {
        caller.require(KeyScope.ADMIN);
        erasures.note(Actor.program(caller), Limit.id("id", id), Limit.id("recipient", recipient), noted.state());
        return ResponseEntity.noContent().build();
    }

    /** A certificate as it was signed, to be kept to the letter. */
    @GetMapping(path = "/certificates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CertificateEnvelope.Dsse> certificate(Caller caller, @PathVariable String id) {
        var which = Limit.id("id", id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"erasure-certificate-" + which + ".json\"")
                .body(CertificateEnvelope.members(certificates.envelope(Actor.program(caller), which)));
    }

    /** Says that something of this person must not be erased yet. */
    @PostMapping("/people/{contact}/holds")
    ResponseEntity<Hold> place(Caller caller, @PathVariable String contact, @RequestBody HoldWish wish) {
        caller.require(KeyScope.ADMIN);
        var placed = holds.place(Actor.program(caller), new ContactId(Limit.id("contact", contact)), wish);
        return ResponseEntity.created(URI.create("/api/v1/privacy/holds/" + placed.id()))
                .body(placed);
    }

    /** The newest first, also those that have ended. */
    @GetMapping("/holds")
    Page<Hold> holds(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = holds.page(Actor.program(caller), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, one -> one.id().toString());
    }

    @GetMapping("/holds/{id}")
    Hold hold(Caller caller, @PathVariable String id) {
        return holds.get(Actor.program(caller), Limit.id("id", id));
    }

    /** Ends a hold before its time; what it held of somebody erased goes now. */
    @DeleteMapping("/holds/{id}")
    ResponseEntity<Void> end(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.ADMIN);
        holds.end(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }
}
