package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/** One request to send, in the hands of a fault. */
final class SendLine implements FaultKind.Line {

    private static final long SPARE_MILLIS = 30_000;

    private final HttpServletRequest request;
    private final SimulatedNumber number;
    private final JsonNode body;
    private final MessageCheck check;
    private final Sending sending;

    SendLine(HttpServletRequest request, SimulatedNumber number, JsonNode body, MessageCheck check, Sending sending) {
        this.request = request;
        this.number = number;
        this.body = body;
        this.check = check;
        this.sending = sending;
    }

    @Override
    public Object accept() {
        return ResponseEntity.ok(sending.accept(number, check.read(body)));
    }

    @Override
    public Object hangUp() {
        request.setAttribute(HangUpValve.HANG_UP, true);
        return ResponseEntity.ok().build();
    }

    @Override
    public Object later(Duration delay, Supplier<Object> answer) {
        var later = new DeferredResult<Object>(delay.toMillis() + SPARE_MILLIS);
        var unused = CompletableFuture.runAsync(
                () -> {
                    try {
                        later.setResult(answer.get());
                    } catch (GraphRefusal refused) {
                        later.setErrorResult(refused);
                    }
                },
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
        return later;
    }
}
