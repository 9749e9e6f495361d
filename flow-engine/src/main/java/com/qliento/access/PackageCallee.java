package com.qliento.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.connector.http.HttpThreads;
import com.qliento.database.RoundTrip;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes packages, one after the other: each has much in memory while it is made. */
@Component
class PackageCallee implements Callee {

    static final String KIND = "package";

    private static final Logger LOG = LoggerFactory.getLogger(PackageCallee.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final PackageMaker maker;
    private final ExecutorService thread = HttpThreads.daemons("data-package", 1);

    PackageCallee(PackageMaker maker) {
        this.maker = maker;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        var made = new CompletableFuture<CallOutcome>();
        try {
            thread.execute(() -> {
                if (!made.isDone()) {
                    made.complete(outcome(call));
                }
            });
        } catch (RejectedExecutionException stopping) {
            made.completeExceptionally(stopping);
        }
        return made;
    }

    private CallOutcome outcome(Made call) {
        try {
            maker.make(call.organisation(), id(call));
            return new CallOutcome.Answered(JsonNodeFactory.instance.objectNode());
        } catch (TooMuchToPack tooMuch) {
            return CallOutcome.failed("too-large");
        } catch (RuntimeException failed) {
            // A database is away, or there is a bug; the words of an exception may hold what was read.
            LOG.warn(
                    "Package {} could not be made: {}",
                    id(call),
                    failed.getClass().getName());
            return new CallOutcome.Again(AGAIN, "unexpected");
        }
    }

    private static UUID id(Made call) {
        return UUID.fromString(call.request().path("package").asText());
    }

    @Override
    public void recorded(RoundTrip trip, Tried call) {
        if (call.next() == null && !(call.outcome() instanceof CallOutcome.Answered)) {
            trip.update(
                    "UPDATE access_package SET state = 'failed', failure = ? WHERE id = ? AND state = 'making'",
                    call.word(),
                    call.id());
            // What an attempt had written so far: nobody can take it. Its key is the sweep's: none is destroyed in
            // here.
            trip.update("DELETE FROM access_package_part WHERE package_id = ?", call.id());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
