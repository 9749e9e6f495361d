package com.qliento.contact;

import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: the people who wrote to an organisation. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactApi {

    private final Contacts contacts;
    private final OrganisationScope scope;

    ContactApi(Contacts contacts, OrganisationScope scope) {
        this.contacts = contacts;
        this.scope = scope;
    }

    @GetMapping
    Page<ContactSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = scope.in(
                caller.organisation(),
                () -> contacts.page(caller.organisation(), Limit.after(cursor), Page.overLimit(size)));
        return Page.of(rows, size, contact -> contact.id().toString());
    }

    @GetMapping("/{id}")
    ContactSummary get(Caller caller, @PathVariable String id) {
        var contact = new ContactId(Limit.id("id", id));
        return scope.in(caller.organisation(), () -> contacts.find(caller.organisation(), contact))
                .orElseThrow(() -> Problem.notFound("contact", id));
    }
}
