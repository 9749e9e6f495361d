package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.connector.mail.MailOutcome;
import com.qliento.connector.mail.MailResult;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Which letters an organisation's server did not take or could not deliver, and why, in codes: for whoever may look on. */
@Component
public class MailRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(MailRefusals.class);
    private static final int DAYS = 7;
    private static final int MOST = 20;

    private final RefusalStore store;
    private final OrganisationScope scope;
    private final Clock clock;

    MailRefusals(RefusalStore store, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * The last ones, newest first, and how many there were lately.
     *
     * @param count within so many days, up to now
     */
    public record Lately(int days, long count, List<MailRefusal> items) {}

    public Lately latest(Actor actor) {
        actor.require(Permission.LOOK_ON);
        var organisation = actor.organisation();
        var from = clock.instant().minus(Duration.ofDays(DAYS));
        return scope.in(
                organisation,
                () -> new Lately(DAYS, store.count(organisation, from), store.latest(organisation, MOST)));
    }

    /** Notes what came of a letter. What can't be noted changes nothing of it. */
    void note(OrganisationId organisation, UUID letter, @Nullable UUID conversation, MailResult result) {
        boolean taken = result.outcome() == MailOutcome.SENT;
        var refused = MailRefusal.Kind.of(result.outcome());
        if (!taken && refused.isEmpty()) {
            return;
        }
        try {
            scope.run(organisation, () -> {
                if (taken) {
                    store.taken(letter);
                }
                refused.ifPresent(kind -> store.refused(
                        organisation, new MailRefusal(letter, clock.instant(), kind, result.code(), 1, conversation)));
            });
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What a mail server made of letter {} can't be noted", letter);
        }
    }
}
