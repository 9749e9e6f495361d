package com.qliento.rest;

import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.security.SecurityLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets in whoever has an API key: {@code Authorization: Bearer <key>}. */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final ProblemType API_KEY_NEEDED =
            new ProblemType(ProblemKind.UNKNOWN_CALLER, "api-key-needed", "An API key is needed");

    static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final HandlerExceptionResolver errors;

    ApiKeyFilter(ApiKeys keys, HandlerExceptionResolver errors) {
        this.keys = keys;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = keys.authenticate(key(request)).orElseThrow(ApiKeyFilter::refused);
            if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                caller.require(KeyScope.READ);
            }
            request.setAttribute(CallerResolver.ATTRIBUTE, caller);
        } catch (RuntimeException failed) {
            if (failed instanceof Problem problem && problem.is(ProblemKind.UNKNOWN_CALLER)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                SecurityLog.keyRefused(request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "none" : "unknown");
            }
            errors.resolveException(request, response, null, failed);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String key(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused();
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static Problem refused() {
        return API_KEY_NEEDED.because("Send 'Authorization: Bearer <api key>' with a key of your organisation.");
    }
}
