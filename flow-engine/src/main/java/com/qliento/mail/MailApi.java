package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: from whom the organisation's mail comes. The password goes in and never comes out. */
@RestController
@RequestMapping("/api/v1/mail/sender")
class MailApi {

    private final MailSenders senders;

    MailApi(MailSenders senders) {
        this.senders = senders;
    }

    @GetMapping
    MailSender get(Caller caller) {
        return senders.find(Actor.program(caller))
                .orElseThrow(() -> Problem.notFound("No sender is set. Set one, and mail is sent from it."));
    }

    @PutMapping
    MailSender set(Caller caller, @RequestBody NewSender wish) {
        return senders.set(Actor.program(caller), wish);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(Caller caller) {
        senders.delete(Actor.program(caller));
        return ResponseEntity.noContent().build();
    }
}
