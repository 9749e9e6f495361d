package com.qliento.notice;

import com.qliento.access.PackageReady;
import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked for something that takes its time that it is ready, with the transaction that makes it so. */
@Component
class ReadyExports {

    private final NoticeStore store;
    private final Accounts accounts;
    private final NoticeLetters letters;
    private final Clock clock;

    ReadyExports(NoticeStore store, Accounts accounts, NoticeLetters letters, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.letters = letters;
        this.clock = clock;
    }

    /** A program is told nothing: it asks. Nor is somebody who works there no more, or does not want it. */
    @EventListener
    void ready(PackageReady ready) {
        var organisation = ready.organisation();
        person(ready.askedBy())
                .filter(account -> accounts.members(organisation).containsKey(account))
                .filter(account -> !store.unwanted(organisation, account).contains(NoticeKind.EXPORT_READY))
                .ifPresent(account -> letters.ask(
                        organisation, List.of(account), NoticeKind.EXPORT_READY, new Trouble(1, ""), clock.instant()));
    }

    private static Optional<AccountId> person(String askedBy) {
        try {
            return Optional.of(new AccountId(UUID.fromString(askedBy)));
        } catch (IllegalArgumentException program) {
            return Optional.empty();
        }
    }
}
