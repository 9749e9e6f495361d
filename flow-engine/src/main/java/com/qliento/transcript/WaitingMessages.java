package com.qliento.transcript;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.inbox.Inbox;
import com.qliento.organisation.OrganisationScope;
import com.qliento.outbox.Outbox;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Messages that wait for a person, both ways, for somebody whose role allows it, else {@link Problem} (forbidden). */
@Component
public class WaitingMessages {

    private final Inbox inbox;
    private final Outbox outbox;
    private final WaitingReader reader;
    private final OrganisationScope scope;

    WaitingMessages(Inbox inbox, Outbox outbox, WaitingReader reader, OrganisationScope scope) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.reader = reader;
        this.scope = scope;
    }

    /** So many, after so many others, by when they came or were queued. */
    public List<WaitingMessage> slice(Actor actor, boolean latestFirst, Slice slice) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var organisation = actor.organisation();
        return scope.in(organisation, () -> {
            int most = slice.offset() + slice.size();
            var oldestFirst = Comparator.comparing(UUID::toString);
            var ids = Stream.concat(
                            inbox.waiting(organisation, latestFirst, most).stream(),
                            outbox.parked(organisation, latestFirst, most).stream())
                    .sorted(latestFirst ? oldestFirst.reversed() : oldestFirst)
                    .skip(slice.offset())
                    .limit(slice.size())
                    .toList();
            return reader.read(organisation, ids);
        });
    }

    /** How many there are. */
    public int count(Actor actor) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return Math.toIntExact(inbox.waiting(actor.organisation())) + outbox.parked(actor.organisation());
    }

    /** Tries one again: handles what came in, sends what was to go out. Throws {@link Problem} when it waits no more. */
    public void tryAgain(Actor actor, UUID id) {
        actor.require(Permission.SETTLE_MESSAGES);
        if (inbound(actor, id)) {
            inbox.retry(actor.organisation(), id);
        } else {
            outbox.retry(actor.organisation(), id);
        }
    }

    /** Gives one up; it stays listed with its conversation. Throws {@link Problem} when it waits no more. */
    public void giveUp(Actor actor, UUID id) {
        actor.require(Permission.SETTLE_MESSAGES);
        if (inbound(actor, id)) {
            inbox.drop(actor.organisation(), id);
        } else {
            outbox.drop(actor.organisation(), id);
        }
    }

    private boolean inbound(Actor actor, UUID id) {
        return inbox.find(actor.organisation(), id).isPresent();
    }
}
