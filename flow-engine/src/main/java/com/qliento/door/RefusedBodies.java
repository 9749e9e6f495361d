package com.qliento.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaves to {@link BodyValve} what it has refused itself. Whoever was reading has wrapped the refusal into a failure of
 * its own, of a JSON text or a form that can't be read, and would answer or log that.
 */
@Component
final class RefusedBodies implements HandlerExceptionResolver, Filter, Ordered {

    private final ProblemAnswers answers;

    RefusedBodies(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        return leftToTheValve(failure, response) ? new ModelAndView() : null;
    }

    /** Outside the interfaces, where a filter or the server itself was reading. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!leftToTheValve(failure, response)) {
                throw failure;
            }
        }
    }

    private boolean leftToTheValve(Exception failure, ServletResponse response) {
        var refused = BodyRefused.within(failure);
        if (refused != null && response instanceof HttpServletResponse http) {
            http.setStatus(answers.status(refused));
        }
        return refused != null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
