package com.qliento.retention;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.rest.ReadersLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: how long what came is kept, and why. */
@RestController
@RequestMapping("/api/v1/retention")
class RetentionApi {

    /**
     * How long an organisation wants it kept.
     *
     * @param messageDays left out for as long as the platform keeps messages
     */
    record Wish(@Nullable Integer messageDays) {}

    private final OwnRetention retention;

    RetentionApi(OwnRetention retention) {
        this.retention = retention;
    }

    /** What is kept until when, by which rule, what is due, and what the last sweeps did. */
    @GetMapping
    Kept get(
            Caller caller,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return retention.get(Actor.program(caller), ReadersLanguage.of(languages));
    }

    /** Replaces the wish; gives what is kept from then on. */
    @PutMapping
    Kept set(
            Caller caller,
            @RequestBody Wish wish,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        retention.set(Actor.program(caller), wish.messageDays());
        return get(caller, languages);
    }
}
