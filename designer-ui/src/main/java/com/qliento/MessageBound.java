package com.qliento;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a screen sends to the server, such as a flow that was drawn, has a size: the whole of it is read into memory before
 * anything can be said about it. A flow has 2 MB at most, which may double when its file is put into a message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MessageBound extends OncePerRequestFilter {

    static final int MOST_BYTES = 6 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return !request.getMethod().equals("POST") || query == null || !query.contains("v-r=");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long size = request.getContentLengthLong();
        if (size < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (size > MOST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
