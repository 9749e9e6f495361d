package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: which letters came back. */
@RestController
@RequestMapping("/api/v1/mail/bounces")
class MailBounceApi {

    private final MailBounces bounces;

    MailBounceApi(MailBounces bounces) {
        this.bounces = bounces;
    }

    /** A letter that came back, and the reply by which a server refused it. */
    record Request(@Nullable String messageId, @Nullable Integer code) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(Caller caller, @RequestBody Request request) {
        bounces.note(Actor.program(caller), request.messageId(), request.code());
    }
}
