package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.guard.HttpReply;
import com.qliento.guard.RetryAfter;
import com.qliento.guard.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the reply of an endpoint means: any status from 200 to 299 is taken, anything else is tried again over three days,
 * later each time, or when the endpoint asks for, and never many at once. One that says it is gone is not asked again.
 */
final class WebhookReply implements HttpReply.Cases<CallOutcome> {

    static final int GONE = 410;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** The try after which there is no other. */
    static final int LAST = PAUSES.size() + 1;

    /** For more nobody is left in peace, whatever they ask for: it would be given up by then. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final String STATUS = "status";
    private static final String CODE = "http-";
    private static final Pattern CODES = Pattern.compile(CODE + "(\\d{3})");

    private final int attempt;
    private final Clock clock;
    private final RetrySpread spread;

    WebhookReply(int attempt, Clock clock, RetrySpread spread) {
        this.attempt = attempt;
        this.clock = clock;
        this.spread = spread;
    }

    @Override
    public CallOutcome answer(HttpReply.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status <= 299) {
            return new CallOutcome.Answered(
                    JsonNodeFactory.instance.objectNode().put(STATUS, status));
        }
        var code = CODE + status;
        return status == GONE
                ? CallOutcome.failed(code)
                : again(code, RetryAfter.read(answer.retryAfter(), clock.instant()));
    }

    @Override
    public CallOutcome refused(HttpReply.Refused refused) {
        return new CallOutcome.NotAllowed(refused.why().code());
    }

    @Override
    public CallOutcome nothing(HttpReply.Nothing nothing) {
        return again(
                nothing.why() == Trouble.TIME_UP ? "timed-out" : nothing.why().code());
    }

    /** It came to nothing for this reason. */
    CallOutcome again(String code) {
        return again(code, null);
    }

    private CallOutcome again(String code, @Nullable Duration asked) {
        if (attempt >= LAST) {
            return CallOutcome.trouble(code);
        }
        var usual = PAUSES.get(attempt - 1);
        if (asked != null && asked.compareTo(usual) > 0 && asked.compareTo(LONGEST) <= 0) {
            return new CallOutcome.Again(spread.of(asked), code);
        }
        return new CallOutcome.Again(spread.of(usual), code);
    }

    /** The status that was answered; null when none was. */
    static @Nullable Integer status(Callee.Tried call) {
        if (call.outcome() instanceof CallOutcome.Answered answered) {
            return answered.body().path(STATUS).asInt();
        }
        var code = CODES.matcher(call.word());
        return code.matches() ? Integer.valueOf(code.group(1)) : null;
    }
}
