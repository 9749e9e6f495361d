package com.qliento.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what was refused with no more than a status - by the web server, the sign-in's filters, the framework - with a
 * problem (RFC 9457), whatever the method was. People's browsers get their page from whoever comes next.
 */
class RefusalFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (PageWish.of(address, request.getHeader("Accept"))) {
            chain.doFilter(request, response);
            return;
        }
        var problem = StatusProblem.of(status(request));
        var body = problem.json();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        && status >= HttpStatus.BAD_REQUEST.value()
                ? status
                : HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
