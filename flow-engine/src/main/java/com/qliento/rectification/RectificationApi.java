package com.qliento.rectification;

import com.qliento.account.Actor;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.recipient.DataRecipient;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: what is kept of people, corrected. */
@RestController
@RequestMapping("/api/v1/privacy")
class RectificationApi {

    private final Rectifications rectifications;

    RectificationApi(Rectifications rectifications) {
        this.rectifications = rectifications;
    }

    /** A correction with whoever is to be told of it. */
    record Shown(Rectification rectification, List<DataRecipient> recipients) {}

    /** Asks for a correction; the person's data is not used until it is decided. */
    @PostMapping("/people/{contact}/rectification")
    ResponseEntity<Rectification> ask(
            Caller caller, @PathVariable String contact, @RequestBody RectificationWish wish) {
        caller.require(KeyScope.ADMIN);
        var asked = rectifications.ask(Actor.program(caller), new ContactId(Limit.id("contact", contact)), wish);
        return ResponseEntity.created(URI.create("/api/v1/privacy/rectifications/" + asked.id()))
                .body(asked);
    }

    /** The newest first. */
    @GetMapping("/rectifications")
    Page<Rectification> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = rectifications.page(Actor.program(caller), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, one -> one.id().toString());
    }

    @GetMapping("/rectifications/{id}")
    Shown get(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        var which = Limit.id("id", id);
        return new Shown(rectifications.get(actor, which), rectifications.recipients(actor, which));
    }

    /** Whether it is corrected, and why. */
    record Wanted(@Nullable Boolean apply, @Nullable String reason) {

        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /** Decides: corrects it and tells whoever was given it, or leaves it as disputed. */
    @PostMapping("/rectifications/{id}/decision")
    Rectification decide(Caller caller, @PathVariable String id, @RequestBody Wanted wanted) {
        caller.require(KeyScope.ADMIN);
        if (wanted.apply() == null) {
            throw Problem.invalid("apply", "Say true to correct it, false to refuse.");
        }
        return rectifications.decide(Actor.program(caller), Limit.id("id", id), wanted.apply(), wanted.reason());
    }

    /** How far a recipient is. */
    record Noted(@Nullable String state) {}

    /** Notes how far a recipient is with it: told, confirmed or refused. */
    @PutMapping("/rectifications/{id}/recipients/{recipient}")
    ResponseEntity<Void> note(
            Caller caller, @PathVariable String id, @PathVariable String recipient, @RequestBody Noted noted) {
        caller.require(KeyScope.ADMIN);
        rectifications.note(Actor.program(caller), Limit.id("id", id), Limit.id("recipient", recipient), noted.state());
        return ResponseEntity.noContent().build();
    }
}
