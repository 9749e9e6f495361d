package com.qliento.trail;

import com.qliento.account.Actor;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditEntry;
import com.qliento.audit.AuditFilter;
import com.qliento.audit.AuditHead;
import com.qliento.audit.AuditVerification;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import com.qliento.vault.SigningKey;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: what was done, by whom and to what, and the proof that it is as it was written. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    /** What a caller filters by, as they write it. */
    record Wish(
            @Nullable String from,
            @Nullable String until,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String about) {

        AuditFilter read() {
            return new AuditFilter(time("from", from), time("until", until), actor, known(action), about);
        }

        private static @Nullable AuditAction known(@Nullable String action) {
            return action == null
                    ? null
                    : AuditAction.of(action)
                            .orElseThrow(() -> Problem.invalid(
                                    "action",
                                    "No action is called so. Take one that an entry has, such as secret.set."));
        }

        private static @Nullable Instant time(String field, @Nullable String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeException none) {
                throw Problem.invalid(field, "This is no time. Write it as 2026-12-01T08:00:00Z.");
            }
        }
    }

    private final Trail trail;

    AuditApi(Trail trail) {
        this.trail = trail;
    }

    /** Newest first. */
    @GetMapping
    Page<AuditEntry> list(
            Caller caller,
            Wish wish,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = trail.page(Actor.program(caller), wish.read(), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, entry -> entry.id().toString());
    }

    /** From a place of the chain on; {@code next} of the answer is where to go on. */
    @GetMapping("/verification")
    AuditVerification verify(
            Caller caller,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail.verify(
                Actor.program(caller), from == null ? 1 : from, limit == null ? Trail.MOST_VERIFIED : limit);
    }

    /** The latest first. */
    @GetMapping("/heads")
    Page<AuditHead> heads(Caller caller) {
        return new Page<>(trail.heads(Actor.program(caller)), null);
    }

    /** The one that signs now first. */
    @GetMapping("/keys")
    Page<SigningKey> keys(Caller caller) {
        return new Page<>(trail.keys(Actor.program(caller)), null);
    }
}
