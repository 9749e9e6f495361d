package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.connector.http.HttpThreads;
import com.qliento.guard.RefusedAddress;
import com.qliento.vault.Unreadable;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the requests of flows. */
@Component
final class RequestCallee implements Callee {

    /** The kind of these calls. */
    static final String KIND = "request";

    private final RequestSender sender;
    private final Clock clock;
    private final int width;
    /** Hosts and secrets may have to be read from the database. */
    private final ExecutorService preparing = HttpThreads.daemons("request-preparing", 4);

    RequestCallee(RequestSender sender, Clock clock, @Value("${qliento.request.at-once:20}") int width) {
        this.width = width;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        var made = new CompletableFuture<CallOutcome>();
        try {
            preparing.execute(() -> begin(call, made));
        } catch (RejectedExecutionException stopping) {
            made.completeExceptionally(stopping);
        }
        return made;
    }

    private void begin(Made call, CompletableFuture<CallOutcome> made) {
        if (made.isDone()) {
            return;
        }
        try {
            var request = WrittenRequest.read(call.request());
            var limit = Duration.between(clock.instant(), call.deadline());
            var reply = sender.send(call.organisation(), call.id(), request, limit);
            var unusedEnd = made.whenComplete((done, failed) -> reply.cancel(true));
            var outcomes = new Outcomes(request, call.attempt(), clock);
            var unused = reply.thenApply(came -> came.accept(outcomes)).whenComplete((outcome, failed) -> {
                if (failed == null) {
                    made.complete(outcome);
                } else {
                    made.completeExceptionally(failed);
                }
            });
        } catch (RefusedAddress refused) {
            made.complete(new CallOutcome.NotAllowed(refused.refusal().code()));
        } catch (RequestFilling.NoSecret missing) {
            made.complete(CallOutcome.failed("no-secret"));
        } catch (Unreadable lost) {
            made.complete(CallOutcome.failed("unreadable-secret"));
        } catch (RuntimeException bug) {
            made.completeExceptionally(bug);
        }
    }

    @Override
    public JsonNode shown(JsonNode request) {
        return WrittenRequest.read(request).shown();
    }

    @Override
    public JsonNode sampleAnswer(JsonNode request) {
        return Picking.of(WrittenRequest.read(request).picks()).sample();
    }

    @PreDestroy
    void stop() {
        preparing.shutdownNow();
    }
}
