package com.qliento.rest;

import com.qliento.door.TreeRoom;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Takes a JSON body apart only when there is room for what it can become, until the request is answered. Read whole
 * before that, so that nobody who sends slowly holds room that others wait for.
 */
@ControllerAdvice
class JsonRoom extends RequestBodyAdviceAdapter implements ServletRequestListener {

    private static final ProblemType BUSY =
            new ProblemType(ProblemKind.UNAVAILABLE, "too-much-at-once", "Too much is being read at once");
    private static final String TAKEN = "com.qliento.rest.room";

    private final TreeRoom room;

    JsonRoom(TreeRoom room) {
        this.room = room;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJackson2HttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        var taken = room.take(body.length);
        if (taken == null) {
            throw BUSY.because(
                    "Many large bodies are being worked on, so this one was not. Send it again in a few seconds.");
        }
        var before = RequestContextHolder.currentRequestAttributes();
        before.setAttribute(TAKEN, taken, RequestAttributes.SCOPE_REQUEST);
        return new Whole(message.getHeaders(), body);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest().getAttribute(TAKEN) instanceof TreeRoom.Taken taken) {
            taken.close();
        }
    }

    private record Whole(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }
}
