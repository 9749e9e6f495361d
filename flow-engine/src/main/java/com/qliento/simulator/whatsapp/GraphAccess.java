package com.qliento.simulator.whatsapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets in who shows a token, any token: as Meta, in the header or as {@code access_token}. */
final class GraphAccess implements HandlerInterceptor {

    private static final String SCHEME = "bearer ";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean inHeader = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && !header.substring(SCHEME.length()).isBlank();
        String parameter = inHeader ? null : request.getParameter("access_token");
        if (!inHeader && (parameter == null || parameter.isBlank())) {
            throw GraphRefusal.token();
        }
        return true;
    }
}
