package com.qliento.rest;

import com.qliento.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Answers what is below {@code /api} and no interface. Asked after the interfaces, which know best whether only the
 * method is wrong, and before the screens, which would show a page to a program.
 */
class UnknownPaths extends SimpleUrlHandlerMapping {

    private static final int BEHIND_THE_INTERFACES = 100;

    UnknownPaths(HandlerExceptionResolver errors) {
        super(handlers(new NotThere(errors)), BEHIND_THE_INTERFACES);
    }

    private static Map<String, HttpRequestHandler> handlers(HttpRequestHandler notThere) {
        return Map.of("/api", notThere, "/api/**", notThere);
    }

    private record NotThere(HandlerExceptionResolver errors) implements HttpRequestHandler {

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
            errors.resolveException(
                    request,
                    response,
                    null,
                    Problem.notFound("There is no such interface. /api/openapi.json lists those there are."));
        }
    }
}
