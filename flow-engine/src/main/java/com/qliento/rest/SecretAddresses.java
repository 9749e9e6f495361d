package com.qliento.rest;

import com.qliento.door.Doors;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A problem names the address that was asked, as its {@code instance}; of one that is a secret it names no more than its
 * beginning, since answers are kept in other people's logs.
 */
@RestControllerAdvice
class SecretAddresses implements ResponseBodyAdvice<Object> {

    private final Doors doors;

    SecretAddresses(Doors doors) {
        this.doors = doors;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> writer) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> writer,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            var asked = request.getURI().getPath();
            var shown = doors.shown(asked);
            if (!shown.equals(asked)) {
                problem.setInstance(URI.create(shown));
            }
        }
        return body;
    }
}
