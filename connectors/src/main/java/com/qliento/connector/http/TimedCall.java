package com.qliento.connector.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with one time limit for the whole call: connection, headers and body. The limit of the JDK's client
 * ends at the headers, so a body that stops half way would wait for ever. When the time is up the exchange is
 * cancelled, which closes its connection.
 */
public final class TimedCall {
    private final HttpClient http;
    private final Executor executor;
    private final Duration limit;

    /** @param executor runs what follows when the time is up */
    public TimedCall(HttpClient http, Executor executor, Duration limit) {
        this.http = http;
        this.executor = executor;
        this.limit = limit;
    }

    /**
     * Sends one request.
     *
     * @param read makes the result of an answer or a failure; exactly one of them is not null; must not throw
     * @param late makes the result when the time is up
     * @return never completes exceptionally as long as the functions do not throw
     */
    public <T> CompletableFuture<T> send(
            HttpRequest request,
            HttpResponse.BodyHandler<byte[]> handler,
            BiFunction<@Nullable HttpResponse<byte[]>, @Nullable Throwable, T> read,
            Supplier<T> late) {
        CompletableFuture<HttpResponse<byte[]>> call;
        try {
            call = http.sendAsync(request, handler);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(read.apply(null, e));
        }
        CompletableFuture<T> result = call.handle((answer, failure) -> read.apply(answer, bare(failure)));
        CompletableFuture<@Nullable Void> timer =
                new CompletableFuture<@Nullable Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        var unusedExpiry = timer.whenComplete((nothing, timeIsUp) -> {
            if (timeIsUp != null) {
                onExecutor(() -> giveUp(call, result, late));
            }
        });
        var unusedEnd = result.whenComplete((value, failure) -> timer.complete(null));
        return result;
    }

    /** A call that was in flight when the executor was stopped must end all the same. */
    private void onExecutor(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }

    private static <T> void giveUp(CompletableFuture<?> call, CompletableFuture<T> result, Supplier<T> late) {
        result.complete(late.get());
        call.cancel(true);
    }

    private static @Nullable Throwable bare(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
