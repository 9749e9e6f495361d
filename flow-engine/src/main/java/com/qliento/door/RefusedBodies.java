package com.qliento.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaves to {@link BodyValve} what it has refused itself. Whoever was reading has wrapped the refusal into a failure of
 * its own, of a JSON text or a form that can't be read, and would answer that.
 */
@Component
final class RefusedBodies implements HandlerExceptionResolver, Ordered {

    private static final int DEEPEST = 20;

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof BodyRefused refused) {
                response.setStatus(refused.status().value());
                return new ModelAndView();
            }
            cause = cause.getCause();
        }
        return null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
