package com.qliento.transcript;

import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: conversations, where each stands, and the way it went. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationApi {

    private final ConversationListing listing;
    private final OrganisationScope scope;

    ConversationApi(ConversationListing listing, OrganisationScope scope) {
        this.listing = listing;
        this.scope = scope;
    }

    @GetMapping
    Page<ConversationListing.Summary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String contact) {
        int size = Limit.of(limit);
        var ofContact = contact == null ? null : Limit.id("contact", contact);
        var rows = scope.in(
                caller.organisation(),
                () -> listing.page(caller.organisation(), Limit.after(cursor), ofContact, Page.overLimit(size)));
        return Page.of(rows, size, summary -> summary.id().toString());
    }

    @GetMapping("/{id}")
    ConversationListing.Summary get(Caller caller, @PathVariable String id) {
        return scope.in(caller.organisation(), () -> listing.find(Limit.id("id", id)))
                .orElseThrow(() -> Problem.notFound("conversation", id));
    }

    /** The way the conversation went, newest step first; elements and times, no content. */
    @GetMapping("/{id}/trace")
    List<ConversationListing.TraceStep> trace(
            Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable Integer limit) {
        var conversation = get(caller, id).id();
        return scope.in(caller.organisation(), () -> listing.trace(conversation, Limit.of(limit)));
    }
}
