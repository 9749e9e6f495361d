package com.qliento.outbox;

import com.qliento.connector.whatsapp.GraphError;
import com.qliento.connector.whatsapp.SendOutcome;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.policy.ZonedSendLimits;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Ruling;
import com.qliento.rules.policy.SendRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What may be sent when, and what an answer of WhatsApp means for the message. */
@Component
class SendRules {

    static final String TRIED_TOO_OFTEN = "tried_too_often";
    private static final Logger LOG = LoggerFactory.getLogger(SendRules.class);

    /** WhatsApp says the same when its clock is ahead of ours. */
    private static final PolicyRule WINDOW = new PolicyRule("send.window");

    private final OutboxSettings outbox;
    private final WhatsAppSettings whatsApp;
    private final SingletonSupplier<CustomerWindow> window;
    private final SendPolicy policy;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** How fast and how often. */
    @Component
    record Settings(OutboxSettings outbox, WhatsAppSettings whatsApp) {}

    /** What the platform says of sending, and where the organisation is stricter. */
    @Component
    record SendPolicy(Policies rules, SendLimitsInForce limits) {}

    SendRules(
            Settings settings,
            ObjectProvider<CustomerWindow> window,
            SendPolicy policy,
            Clock clock,
            MeterRegistry metrics) {
        this.outbox = settings.outbox();
        this.whatsApp = settings.whatsApp();
        this.window = SingletonSupplier.ofNullable(window::getIfAvailable);
        this.policy = policy;
        this.clock = clock;
        this.metrics = metrics;
    }

    boolean pairLimit() {
        return whatsApp.pairLimit();
    }

    NumberGate newGate(int nodes) {
        return new NumberGate(clock, outbox.inFlight(), ratePerNode(nodes));
    }

    double ratePerNode(int nodes) {
        return whatsApp.ratePerNumber() / nodes;
    }

    Instant now() {
        return clock.instant();
    }

    /** Until when a status is waited for about what a node that died had in the air. */
    Instant leftUntil() {
        return clock.instant().plus(outbox.leftTime());
    }

    /**
     * With the window noted with the message it may not go; a later message of the customer may have opened it again. Also
     * when the organisation's limits are not in memory: this asks no database.
     */
    boolean needsWindowCheck(Ready message) {
        return policy.limits()
                .known(message.lane().organisation())
                .map(limits -> !ruling(message.freeUntil(), limits).allowed())
                .orElse(true);
    }

    /** What the send policy says with the window as it is now: how the message ends then, null when it may go. */
    @Nullable
    Settlement held(Ready message) {
        ZonedSendLimits limits = policy.limits().of(message.lane().organisation());
        var ruling = ruling(message.freeUntil(), limits);
        var customer = ruling.allowed() ? null : window.get();
        if (customer == null) {
            return settled(message, ruling);
        }
        return settled(message, ruling(customer.openUntil(message.lane()), limits));
    }

    private static @Nullable Settlement settled(Ready message, Ruling ruling) {
        return ruling.decisive()
                .map(rule -> Settlement.parked(message, rule.id(), null))
                .orElse(null);
    }

    private Ruling ruling(Instant windowEnd, ZonedSendLimits limits) {
        return policy.rules().send(SendRequest.reply(clock.instant(), windowEnd), limits.limits());
    }

    /**
     * What the answer to a call means. Throttling and troubles of the number cost the message nothing:
     * an error counts only when others of the number got through since the one before.
     */
    Settlement settlement(SendLane lane, Ready message, SendOutcome outcome) {
        var gate = lane.gate;
        return outcome.accept(new SendOutcome.Cases<>() {
            @Override
            public Settlement accepted(SendOutcome.Accepted accepted) {
                count("accepted");
                gate.fine();
                lane.fine();
                return Settlement.accepted(message, accepted.messageId());
            }

            @Override
            public Settlement refused(SendOutcome.Refused refused) {
                count("refused");
                return SendRules.this.refused(lane, gate, message, refused.error());
            }

            @Override
            public Settlement unknown(SendOutcome.Unknown unknown) {
                count("unknown");
                LOG.warn("Whether message {} was sent is not known yet: {}", message.id(), unknown.detail());
                return unsure(lane, message);
            }

            @Override
            public Settlement unreachable(SendOutcome.Unreachable unreachable) {
                count("unreachable");
                return Settlement.again(message, clock.instant().plus(lane.backOff(outbox.longestPause())), null);
            }
        });
    }

    /** Whether it was sent is not known: a status is waited for. */
    Settlement unsure(SendLane lane, Ready message) {
        return limited(
                lane.ownTrouble(), Settlement.unsure(message, clock.instant().plus(outbox.settleTime())));
    }

    /** Another try, unless the message used up those that it may cost. */
    private Settlement limited(boolean own, Settlement again) {
        int attempts = again.attempts() + (own ? 1 : 0);
        return attempts >= outbox.tries()
                ? Settlement.parked(again.message(), TRIED_TOO_OFTEN, again.errorCode())
                : again.after(attempts);
    }

    private Settlement failedForNow(SendLane lane, Ready message, GraphError error) {
        boolean own = lane.ownTrouble();
        var pause = lane.backOff(own ? outbox.longestWait() : outbox.longestPause());
        return limited(own, Settlement.again(message, later(error, pause), error.code()));
    }

    private void count(String result) {
        metrics.counter("qliento.outbox.sends", "result", result).increment();
    }

    private Settlement refused(SendLane lane, NumberGate gate, Ready message, GraphError error) {
        return switch (error.group()) {
            case RETRY -> failedForNow(lane, message, error);
            case SLOW_DOWN_NUMBER -> {
                var until = gate.pause(error.retryAfter(), outbox.longestPause());
                yield Settlement.again(message, clock.instant(), error.code()).whilePausedUntil(until);
            }
            case SLOW_DOWN_PAIR -> Settlement.again(message, later(error, lane.pairBackOff()), error.code());
            case ACCOUNT -> {
                var until = gate.pause(Duration.ofSeconds(60), outbox.longestPause());
                yield Settlement.again(message, clock.instant(), error.code()).whilePausedUntil(until);
            }
            case WINDOW_CLOSED -> Settlement.parked(message, WINDOW.id(), error.code());
            case UNDELIVERABLE, CONTENT, TEMPLATE ->
                Settlement.failed(message, error.code(), error.plainWords(Locale.ENGLISH));
        };
    }

    private Instant later(GraphError error, Duration pause) {
        var asked = error.retryAfter();
        return clock.instant().plus(asked != null ? asked : pause);
    }
}
