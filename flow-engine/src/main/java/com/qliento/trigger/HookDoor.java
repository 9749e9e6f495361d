package com.qliento.trigger;

import com.qliento.door.Door;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.run.Run;
import com.qliento.run.RunWaiters;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other systems call: {@code POST /hooks/{token}}. Answers 202 when the wish is durable; a trigger of a flow about
 * nobody may answer with what that answers, see {@link Trigger.Answers#RESULT}.
 */
@Hidden
@RestController
@RequestMapping("/hooks/{token}")
class HookDoor {

    /** Bytes of a body. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final ProblemType TOO_LARGE =
            new ProblemType(ProblemKind.TOO_LARGE, "hook-too-large", "The body is too large");

    /** So long whoever wants a run's result is kept waiting; what comes later can be asked for by its id. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");

    private final Hooks hooks;
    private final RunWaiters waiters;

    HookDoor(Hooks hooks, RunWaiters waiters) {
        this.hooks = hooks;
        this.waiters = waiters;
    }

    /** The door for all of them. */
    @Configuration(proxyBeanMethods = false)
    static class Opened {

        @Bean
        static Door hooksDoor() {
            return new Door(
                    "/hooks/**", Door.Passage.PROGRAMS, new Door.Bounds(DataSize.ofBytes(2L * MOST_BYTES), false));
        }
    }

    /** What was taken: the delivery, and the wish that became of it. */
    record Taken(UUID id, @Nullable UUID start) {}

    /** That the run of a delivery is over, without an answer: ended, failed or not-begun. */
    record Ended(UUID id, UUID start, String state) {}

    @PostMapping
    CompletableFuture<ResponseEntity<Object>> take(HttpServletRequest request, @PathVariable String token)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw TOO_LARGE.because("A trigger takes " + MOST_BYTES + " bytes at most. Send less.");
        }
        var type = request.getContentType();
        var took = hooks.take(
                token,
                new Arrived(body, type == null ? "" : type, request::getHeader, query(request.getQueryString())));
        var delivery = took.delivery();
        var taken = ResponseEntity.accepted().<Object>body(new Taken(delivery.id(), delivery.start()));
        var run = delivery.start();
        if (took.trigger().answers() != Trigger.Answers.RESULT || run == null) {
            return CompletableFuture.completedFuture(taken);
        }
        return waiters.await(took.organisation(), run, patience(request.getHeader("Prefer")))
                .thenApply(came -> came == null ? taken : answer(came, delivery));
    }

    /** What the run answered; one that ended without an answer, or failed, says so. */
    private static ResponseEntity<Object> answer(Run run, HookDelivery delivery) {
        var answer = run.answer();
        if (answer != null) {
            return ResponseEntity.status(answer.status()).body(answer.value());
        }
        var ended = new Ended(delivery.id(), run.id(), run.state());
        return run.state().equals("ended")
                ? ResponseEntity.ok(ended)
                : ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(ended);
    }

    /** A caller may wait for less than the longest, by {@code Prefer: wait=SECONDS} (RFC 7240). */
    private static Duration patience(@Nullable String preferred) {
        var wished = WAIT.matcher(preferred == null ? "" : preferred);
        if (wished.find()) {
            var seconds = Duration.ofSeconds(Integer.parseInt(wished.group(1)));
            return seconds.compareTo(LONGEST) < 0 ? seconds : LONGEST;
        }
        return LONGEST;
    }

    /** Of the address alone: the server would read a form's fields for it. */
    private static Map<String, String> query(@Nullable String text) {
        var query = new LinkedHashMap<String, String>();
        if (text != null && !text.isEmpty()) {
            Arrived.form(text)
                    .properties()
                    .forEach(field -> query.put(field.getKey(), field.getValue().asText()));
        }
        return query;
    }
}
