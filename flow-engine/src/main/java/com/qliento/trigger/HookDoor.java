package com.qliento.trigger;

import com.qliento.door.Door;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems call: {@code POST /hooks/{token}}. Answers 202 when the wish is durable. */
@Hidden
@RestController
@RequestMapping("/hooks/{token}")
class HookDoor {

    /** Bytes of a body. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final ProblemType TOO_LARGE =
            new ProblemType(ProblemKind.TOO_LARGE, "hook-too-large", "The body is too large");

    private final Hooks hooks;

    HookDoor(Hooks hooks) {
        this.hooks = hooks;
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

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(HttpServletRequest request, @PathVariable String token) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw TOO_LARGE.because("A trigger takes " + MOST_BYTES + " bytes at most. Send less.");
        }
        var type = request.getContentType();
        var delivery = hooks.take(
                token,
                new Arrived(body, type == null ? "" : type, request::getHeader, query(request.getQueryString())));
        return new Taken(delivery.id(), delivery.start());
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
