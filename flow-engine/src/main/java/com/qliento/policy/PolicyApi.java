package com.qliento.policy;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.rest.Page;
import com.qliento.rest.ReadersLanguage;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: the platform's rules, and the organisation's own limits. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyApi {

    private final PlatformRules rules;
    private final OwnSendLimits limits;

    PolicyApi(PlatformRules rules, OwnSendLimits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /** Every rule of the platform, in the reader's language. They change with the program only, so they may be kept an hour. */
    @GetMapping
    ResponseEntity<Page<PlatformRules.Rule>> all(
            Caller caller,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Locale language = ReadersLanguage.of(languages);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(new Page<>(rules.all(Actor.program(caller), language), null));
    }

    /** How the organisation is stricter about sending than the platform. */
    @GetMapping("/send")
    WrittenSendLimits send(Caller caller) {
        return limits.get(Actor.program(caller));
    }

    /** Replaces the limits; what is left out is as the platform has it. */
    @PutMapping("/send")
    WrittenSendLimits send(Caller caller, @RequestBody WrittenSendLimits wish) {
        return limits.set(Actor.program(caller), wish);
    }
}
