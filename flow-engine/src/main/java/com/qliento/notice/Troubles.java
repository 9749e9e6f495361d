package com.qliento.notice;

import com.qliento.call.Calls;
import com.qliento.call.FailingCalls;
import com.qliento.inbox.Inbox;
import com.qliento.organisation.OrganisationId;
import com.qliento.outbox.Outbox;
import com.qliento.webhook.WebhookDeliveries;
import com.qliento.webhook.WebhookEndpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the features what is wrong now. */
@Component
class Troubles {

    /** A server that is away is for less, as a rule. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final Outbox outbox;
    private final Calls calls;
    private final WebhookEndpoints endpoints;
    private final Clock clock;

    Troubles(Inbox inbox, Outbox outbox, Calls calls, WebhookEndpoints endpoints, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.calls = calls;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    Optional<Trouble> of(OrganisationId organisation, NoticeKind kind) {
        return switch (kind) {
            case MESSAGES_WAIT -> some(inbox.waiting(organisation) + outbox.parked(organisation));
            case SENDING_FAILS ->
                some(outbox.stuck(organisation, clock.instant().minus(LONG)));
            case CALLS_FAIL -> failing(organisation);
            case WEBHOOK_OFF -> some(endpoints.switchedOff(organisation));
            // No trouble: told when it happens, to one person.
            case EXPORT_READY -> Optional.empty();
        };
    }

    private static Optional<Trouble> some(long count) {
        return count == 0 ? Optional.empty() : Optional.of(new Trouble(count, ""));
    }

    /** The worst; deliveries of webhooks have a notice of their own, and mail of which this would tell does not come. */
    private Optional<Trouble> failing(OrganisationId organisation) {
        return calls.failing(organisation).stream()
                .filter(one -> !WebhookDeliveries.areOf(one.kind()) && !NoticeCallee.KIND.equals(one.kind()))
                .max(Comparator.comparing(FailingCalls::count))
                .map(one -> new Trouble(one.count(), one.target()));
    }
}
