package com.qliento.consent;

import com.qliento.account.Actor;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: what limits the use of a person's data, restriction (GDPR Art. 18) and objections (Art. 21). */
@RestController
@RequestMapping("/api/v1/privacy/people/{contact}")
class LimitApi {

    /** Whether their data is to be kept only, and why, or why not any more. */
    record WantedRestriction(
            @Nullable Boolean restricted, @Nullable String reason) {

        @Override
        public String toString() {
            return "WantedRestriction";
        }
    }

    /**
     * How it stands.
     *
     * @param history the newest first, also what was lifted
     */
    record Restriction(boolean restricted, List<PersonLimit> history) {}

    /** To what somebody objects, and why. */
    record NewObjection(@Nullable String purpose, @Nullable String reason) {

        @Override
        public String toString() {
            return "NewObjection";
        }
    }

    /** Why an objection is lifted: because the person takes it back ({@code bySubject}), or because it was weighed. */
    record Lift(@Nullable Boolean bySubject, @Nullable String reason) {

        @Override
        public String toString() {
            return "Lift";
        }
    }

    private final PersonLimits limits;

    LimitApi(PersonLimits limits) {
        this.limits = limits;
    }

    @GetMapping("/restriction")
    Restriction restriction(Caller caller, @PathVariable String contact) {
        var history = limits.restrictions(Actor.program(caller), id(contact));
        return new Restriction(history.stream().anyMatch(PersonLimit::holds), history);
    }

    /** Restricts, or lifts what restricts; what is so already stays. */
    @PutMapping("/restriction")
    Restriction restrict(Caller caller, @PathVariable String contact, @RequestBody WantedRestriction wanted) {
        var reason = wanted.reason() == null ? "" : wanted.reason();
        if (wanted.restricted() == null) {
            throw Problem.invalid("restricted", "Say true to restrict, false to lift what restricts.");
        }
        if (wanted.restricted()) {
            var unused = limits.restrict(Actor.program(caller), id(contact), reason);
        } else {
            limits.unrestrict(Actor.program(caller), id(contact), reason);
        }
        return restriction(caller, contact);
    }

    @GetMapping("/objections")
    List<PersonLimit> objections(Caller caller, @PathVariable String contact) {
        return limits.objections(Actor.program(caller), id(contact));
    }

    @PostMapping("/objections")
    PersonLimit object(Caller caller, @PathVariable String contact, @RequestBody NewObjection wanted) {
        return limits.object(
                Actor.program(caller),
                id(contact),
                ConsentFields.purpose("purpose", wanted.purpose()),
                wanted.reason() == null ? "" : wanted.reason());
    }

    @PostMapping("/objections/{id}/lift")
    PersonLimit lift(Caller caller, @PathVariable String contact, @PathVariable String id, @RequestBody Lift wanted) {
        return limits.liftObjection(
                Actor.program(caller),
                id(contact),
                Limit.id("id", id),
                Boolean.TRUE.equals(wanted.bySubject()),
                wanted.reason() == null ? "" : wanted.reason());
    }

    private static ContactId id(String contact) {
        return new ContactId(Limit.id("contact", contact));
    }
}
