package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: which letters the organisation's server did not take. */
@RestController
@RequestMapping("/api/v1/mail/refusals")
class MailRefusalApi {

    private final MailRefusals refusals;

    MailRefusalApi(MailRefusals refusals) {
        this.refusals = refusals;
    }

    @GetMapping
    MailRefusals.Lately latest(Caller caller) {
        return refusals.latest(Actor.program(caller));
    }
}
