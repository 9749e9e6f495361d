package com.qliento.notice;

import com.qliento.account.Accounts;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks what is wrong in each organisation, on each node; of what lasts, people are told by one. */
@Component
class NoticeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSweep.class);

    /** What comes and goes fills nobody's mail box. */
    private static final Duration QUIET = Duration.ofHours(4);

    private final NoticeStore store;
    private final Troubles troubles;
    private final Organisations organisations;
    private final Writing writing;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Nobody can be told what is wrong");
    private final Outage broken = new Outage(LOG, "The people of an organisation can't be told what is wrong");

    /** To whom letters go, and how they are asked for. */
    @Component
    record Writing(OrganisationScope scope, Accounts accounts, NoticeLetters letters) {}

    NoticeSweep(NoticeStore store, Troubles troubles, Organisations organisations, Writing writing, Clock clock) {
        this.store = store;
        this.troubles = troubles;
        this.organisations = organisations;
        this.writing = writing;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sweep() {
        try {
            organisations.ids().forEach(this::lookAt);
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** One that can't be looked at keeps no other from being told; only a database that is away keeps all. */
    private void lookAt(OrganisationId organisation) {
        try {
            look(organisation);
        } catch (TransactionException | TransientDataAccessException | NonTransientDataAccessResourceException away) {
            throw away;
        } catch (RuntimeException failed) {
            broken.met(failed);
        }
    }

    private void look(OrganisationId organisation) {
        for (var kind : NoticeKind.values()) {
            var trouble = troubles.of(organisation, kind);
            writing.scope().run(organisation, () -> {
                if (trouble.isEmpty()) {
                    store.ends(organisation, kind);
                    return;
                }
                var now = clock.instant();
                store.begins(organisation, kind, now);
                if (store.tells(organisation, kind, now, kind.lasts(), QUIET)) {
                    tell(organisation, kind, trouble.get(), now);
                }
            });
        }
    }

    private void tell(OrganisationId organisation, NoticeKind kind, Trouble trouble, Instant now) {
        var readers = writing.accounts().members(organisation).entrySet().stream()
                .filter(member -> member.getValue().may(kind.needed()))
                .map(Map.Entry::getKey)
                .filter(member -> !store.unwanted(organisation, member).contains(kind))
                .toList();
        writing.letters().ask(organisation, readers, kind, trouble, now);
    }
}
