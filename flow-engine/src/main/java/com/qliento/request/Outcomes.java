package com.qliento.request;

import com.qliento.call.CallOutcome;
import com.qliento.call.Repeat;
import com.qliento.guard.AddressRefusal;
import com.qliento.guard.HttpReply;
import com.qliento.guard.RetryAfter;
import com.qliento.guard.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the reply to a request means for the flow that waits. A request that came to nothing is made again a few times where
 * that does no harm: when it was never sent, or when its author says it may be.
 */
final class Outcomes implements HttpReply.Cases<CallOutcome> {

    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Set<Integer> SAID_BY_NUMBER =
            Set.of(400, 401, 403, 404, 405, 409, 410, 415, 422, 429, 500, 502, 503, 504);
    private static final Set<Integer> PASSES = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<AddressRefusal> ITS_OWN_FAULT = Set.of(AddressRefusal.TOO_MANY_REDIRECTS);

    private final WrittenRequest request;
    private final int attempt;
    private final Clock clock;

    Outcomes(WrittenRequest request, int attempt, Clock clock) {
        this.request = request;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Override
    public CallOutcome answer(HttpReply.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status <= 299) {
            return ReadAnswer.of(
                    status, answer.contentType(), answer.body(), request.wanted(), Picking.of(request.picks()));
        }
        var code = code(status);
        if (PASSES.contains(status) && mayRepeat()) {
            return new CallOutcome.Again(pause(answer.retryAfter()), code);
        }
        return status >= 500 || PASSES.contains(status) ? CallOutcome.trouble(code) : CallOutcome.failed(code);
    }

    /** The fixed word for an answer that is no success. */
    static String code(int status) {
        return "http-" + (SAID_BY_NUMBER.contains(status) ? Integer.toString(status) : status / 100 + "xx");
    }

    @Override
    public CallOutcome refused(HttpReply.Refused refused) {
        var code = refused.why().code();
        return ITS_OWN_FAULT.contains(refused.why()) ? CallOutcome.failed(code) : new CallOutcome.NotAllowed(code);
    }

    @Override
    public CallOutcome nothing(HttpReply.Nothing nothing) {
        return switch (nothing.why()) {
            case TIME_UP -> new CallOutcome.TimedOut();
            case TOO_LARGE, UNKNOWN_PACKING -> CallOutcome.failed(nothing.why().code());
            case UNREACHABLE -> mayTryAgain() ? again(nothing.why()) : trouble(nothing.why());
            case CUT, BROKEN ->
                (nothing.sent() ? mayRepeat() : mayTryAgain()) ? again(nothing.why()) : trouble(nothing.why());
            case UNKNOWN_HOST, NO_TLS, NOT_HTTP -> trouble(nothing.why());
        };
    }

    private CallOutcome again(Trouble why) {
        return new CallOutcome.Again(pause(null), why.code());
    }

    private static CallOutcome trouble(Trouble why) {
        return CallOutcome.trouble(why.code());
    }

    private boolean mayTryAgain() {
        return attempt < MOST_TRIES;
    }

    private boolean mayRepeat() {
        return request.repeat() != Repeat.NEVER && mayTryAgain();
    }

    /** As long as the server asks for, else longer each time. */
    private Duration pause(@Nullable String retryAfter) {
        var usual = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        var asked = RetryAfter.read(retryAfter, clock.instant());
        return asked == null || asked.compareTo(FIRST_PAUSE) < 0 ? usual : asked;
    }
}
