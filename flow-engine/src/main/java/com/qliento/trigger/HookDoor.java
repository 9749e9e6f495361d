package com.qliento.trigger;

import com.qliento.door.Door;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other systems call: {@code POST /hooks/{token}}. Answers 202 when the wish is durable; a trigger of a flow about
 * nobody may answer with what that answers, see {@link Trigger.Answers#RESULT}. What comes too often is answered 429.
 */
@Hidden
@RestController
@RequestMapping("/hooks/{token}")
class HookDoor {

    private final Hooks hooks;
    private final HookAnswers answers;

    HookDoor(Hooks hooks, HookAnswers answers) {
        this.hooks = hooks;
        this.answers = answers;
    }

    /** The door for all of them. */
    @Configuration(proxyBeanMethods = false)
    static class Opened {

        @Bean
        static Door hooksDoor() {
            var bounds = new Door.Bounds(DataSize.ofBytes(2L * Arrived.MOST_BYTES), false);
            return new Door("/hooks/**", Door.Passage.PROGRAMS, bounds).bySecretAddress();
        }
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Object>> take(HttpServletRequest request, @PathVariable String token)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(Arrived.MOST_BYTES + 1);
        var type = request.getContentType();
        var took = hooks.take(
                token, Arrived.of(body, type == null ? "" : type, request::getHeader, request.getQueryString()));
        return answers.of(took, request.getHeader("Prefer"))
                .thenApply(told -> ResponseEntity.status(told.status()).body(told.body()));
    }
}
