package com.qliento.consent;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.vault.Unreadable;
import com.qliento.vault.spi.Family;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger of an organisation's people, for those who work there: read by whoever reads conversations, written by whoever
 * talks with customers or works their requests. Whoever turned out to be another is both.
 */
@Component
public class OwnConsents {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Consents consents;
    private final ConsentReads reads;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Noting noting;

    /** How it is noted that somebody did something, and when. */
    @Component
    record Noting(Audit audit, Clock clock) {}

    OwnConsents(Consents consents, ConsentReads reads, Contacts contacts, OrganisationScope scope, Noting noting) {
        this.consents = consents;
        this.reads = reads;
        this.contacts = contacts;
        this.scope = scope;
        this.noting = noting;
    }

    /**
     * What a person's data may be used for now.
     *
     * @param basis {@code contract}, {@code consent} or {@code legitimate-interest}: on what it stands if nothing was said
     * @param reason {@code allowed}, or why it may not: {@code no-consent}, {@code refused}, {@code withdrawn},
     *     {@code expired}, {@code objected}, {@code restricted}
     */
    public record Use(String purpose, String basis, boolean allowed, String reason) {}

    /** For every purpose, what is so now. Throws {@link Problem} when there is no such contact. */
    public List<Use> uses(Actor actor, ContactId contact) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var stays =
                    new ContactId(family(actor.organisation(), contact).stays().value());
            return consents.standing(actor.organisation(), stays).entrySet().stream()
                    .map(OwnConsents::use)
                    .toList();
        });
    }

    private static Use use(Map.Entry<Purpose, Permit> one) {
        var purpose = one.getKey();
        var permit = one.getValue();
        return new Use(purpose.code(), purpose.basis().code(), permit.allowed(), permit.code());
    }

    /** Records of a person, the newest first, after this one; null begins. Throws {@link Problem} when there is no such contact. */
    public List<ConsentRecord> page(Actor actor, ContactId contact, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var organisation = actor.organisation();
        return scope.in(
                organisation,
                () -> reads.of(organisation, family(organisation, contact).ids(), after, size));
    }

    /** One record. Throws {@link Problem} when there is none such. */
    public ConsentRecord get(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> reads.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("consent record", id));
    }

    /**
     * Adds what a person said, or was asked, by another way than a flow. Throws {@link Problem} when there is no such
     * contact, when it was said in the future, for a time that is over, or in a record of somebody else, and of a consent
     * that nothing shows: neither a wording nor a notice nor evidence.
     *
     * @param said by whom it is written down is the actor, whatever stands there
     */
    public ConsentRecord record(Actor actor, ConsentStatement said) {
        actor.require(Permission.RECORD_CONSENT);
        return write(actor, said, AuditAction.CONSENT_RECORDED);
    }

    /** Takes back what a person gave, as they wish: at once and for good. Also what they never gave: it is noted all the same. */
    public ConsentRecord withdraw(
            Actor actor, ContactId contact, Set<Purpose> purposes, String channel, Map<String, String> evidence) {
        actor.require(Permission.RECORD_CONSENT);
        var source = new ConsentStatement.Source(channel, ConsentStatement.By.THEMSELVES, evidence);
        var now = noting.clock().instant();
        return write(
                actor,
                new ConsentStatement(contact, purposes, ConsentEvent.WITHDRAWN, source, now),
                AuditAction.CONSENT_WITHDRAWN);
    }

    private ConsentRecord write(Actor actor, ConsentStatement said, AuditAction action) {
        var organisation = actor.organisation();
        var now = noting.clock().instant();
        requireTimes(said, now);
        if (said.event() == ConsentEvent.GIVEN) {
            requireProof(said);
        }
        return scope.in(organisation, () -> {
            var family = family(organisation, said.contact());
            requireOwn(organisation, family, said.record());
            var who = actor.did(action, "").actor();
            var by = new ConsentStatement.By(who.kind().word(), who.id());
            var source = new ConsentStatement.Source(
                    said.source().channel(), by, said.source().evidence());
            var stays = new ContactId(family.stays().value());
            var id = consents.record(
                    organisation,
                    new ConsentStatement(
                            stays,
                            said.purposes(),
                            said.event(),
                            said.record(),
                            said.shown(),
                            source,
                            said.at(),
                            said.until()));
            noting.audit()
                    .note(actor.did(action, id.toString())
                            .with("event", said.event().code())
                            .with("purposes", String.join(", ", ConsentLedger.codes(said.purposes()))));
            return reads.find(organisation, id).orElseThrow();
        });
    }

    private static void requireTimes(ConsentStatement said, Instant now) {
        if (said.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Problem.invalid("at", "That is in the future. Say when the person said it, or leave it out for now.");
        }
        var until = said.until();
        if (until != null && said.event() != ConsentEvent.GIVEN) {
            throw Problem.invalid("until", "Only what is given can be for a time. Leave it out.");
        }
        if (until != null && !until.isAfter(said.at())) {
            throw Problem.invalid("until", "That is over before it began. Give a later time, or leave it out.");
        }
    }

    /** Whoever says that somebody agreed has to be able to show it (GDPR Art. 7(1)). */
    private static void requireProof(ConsentStatement said) {
        var shown = said.shown();
        boolean proof = said.record() != null
                || !said.source().evidence().isEmpty()
                || (shown != null && (shown.wording() != null || shown.noticeId() != null));
        if (!proof) {
            throw Problem.invalid(
                    "wording",
                    "Nothing shows that they agreed. Give the wording they saw, the notice it stood in, or evidence"
                            + " such as a form's number.");
        }
    }

    private void requireOwn(OrganisationId organisation, Family family, @Nullable UUID record) {
        if (record != null
                && reads.find(organisation, record)
                        .filter(one -> List.of(family.ids()).contains(one.contact()))
                        .isEmpty()) {
            throw Problem.invalid("record", "This person has no such record. List theirs, or leave it out.");
        }
    }

    /** The person; nobody who was erased. */
    private Family family(OrganisationId organisation, ContactId contact) {
        return known(contacts, organisation, contact);
    }

    static Family known(Contacts contacts, OrganisationId organisation, ContactId contact) {
        var family =
                contacts.family(organisation, contact).orElseThrow(() -> Problem.notFound("contact", contact.value()));
        var stays = contacts.find(organisation, new ContactId(family.stays().value()));
        if (stays.map(one -> Optional.ofNullable(one.unreadable()))
                .orElseThrow(() -> Problem.notFound("contact", contact.value()))
                .filter(Unreadable.Reason.ERASED.word()::equals)
                .isPresent()) {
            throw Problem.notFound("contact", contact.value());
        }
        return family;
    }
}
