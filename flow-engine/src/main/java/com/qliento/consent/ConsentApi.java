package com.qliento.consent;

import com.qliento.account.Actor;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: what people agreed to. */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentApi {

    /** By which way it comes when a program does not say. */
    private static final String REST = "rest";

    /** What becomes a record; times are now unless given. */
    record NewConsent(
            @Nullable UUID contact,
            @Nullable Set<String> purposes,
            @Nullable String event,
            @Nullable UUID record,
            @Nullable String wording,
            @Nullable String language,
            @Nullable String noticeId,
            @Nullable String noticeVersion,
            @Nullable String jurisdiction,
            @Nullable String channel,
            @Nullable Map<String, String> evidence,
            @Nullable Instant at,
            @Nullable Instant until) {

        @Override
        public String toString() {
            return "NewConsent";
        }
    }

    /** What somebody takes back. */
    record Withdrawal(
            @Nullable UUID contact,
            @Nullable Set<String> purposes,
            @Nullable String channel,
            @Nullable Map<String, String> evidence) {

        @Override
        public String toString() {
            return "Withdrawal";
        }
    }

    private final OwnConsents consents;
    private final Clock clock;

    ConsentApi(OwnConsents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** Records of a contact, the newest first. */
    @GetMapping
    Page<ConsentRecord> list(
            Caller caller,
            @RequestParam String contact,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = consents.page(
                Actor.program(caller),
                new ContactId(Limit.id("contact", contact)),
                Limit.after(cursor),
                Page.overLimit(size));
        return Page.of(rows, size, one -> one.id().toString());
    }

    /** For each purpose, whether a contact's data may be used for it now, and why not. */
    @GetMapping("/uses")
    List<OwnConsents.Use> uses(Caller caller, @RequestParam String contact) {
        return consents.uses(Actor.program(caller), new ContactId(Limit.id("contact", contact)));
    }

    @GetMapping("/{id}")
    ConsentRecord get(Caller caller, @PathVariable String id) {
        return consents.get(Actor.program(caller), Limit.id("id", id));
    }

    /** Adds what somebody said, or was asked. */
    @PostMapping
    ResponseEntity<ConsentRecord> add(Caller caller, @RequestBody NewConsent wanted) {
        var added = consents.record(Actor.program(caller), said(wanted));
        return ResponseEntity.created(URI.create("/api/v1/consents/" + added.id()))
                .body(added);
    }

    private ConsentStatement said(NewConsent wanted) {
        var at = wanted.at();
        return new ConsentStatement(
                contact(wanted.contact()),
                ConsentFields.purposes(wanted.purposes()),
                ConsentFields.event(wanted.event()),
                wanted.record(),
                ConsentFields.shown(wanted),
                new ConsentStatement.Source(
                        ConsentFields.channel(wanted.channel(), REST),
                        ConsentStatement.By.THEMSELVES,
                        ConsentFields.evidence(wanted.evidence())),
                at == null ? clock.instant() : at,
                wanted.until());
    }

    /** Takes back what somebody gave. */
    @PostMapping("/withdrawal")
    ConsentRecord withdraw(Caller caller, @RequestBody Withdrawal wanted) {
        return consents.withdraw(
                Actor.program(caller),
                contact(wanted.contact()),
                ConsentFields.purposes(wanted.purposes()),
                ConsentFields.channel(wanted.channel(), REST),
                ConsentFields.evidence(wanted.evidence()));
    }

    private static ContactId contact(@Nullable UUID contact) {
        if (contact == null) {
            throw Problem.invalid("contact", "Say whose consent it is: the id of a contact.");
        }
        return new ContactId(contact);
    }
}
