package com.qliento.webhook;

import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.database.RoundTrip;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Sends what somebody pressed for, as all else is sent, but in a line of its own: it does not wait while its endpoint is left
 * in peace.
 */
@Component
class PressedCallee implements Callee {

    static final String KIND = "webhook-now";

    private final WebhookCallee usual;

    PressedCallee(WebhookCallee usual) {
        this.usual = usual;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        return usual.make(call);
    }

    @Override
    public void recorded(RoundTrip trip, Tried call) {
        usual.recorded(trip, call);
    }
}
