package com.qliento;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A sign-in form that was open while the server was started again has an old token: its sender gets a new form. */
final class StaleSignIn extends OncePerRequestFilter {

    private final String door;

    StaleSignIn(String door) {
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !isFor(door, request);
    }

    /** Whether the request is for this door, whatever its parameters say. */
    static boolean isFor(String door, HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + door);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var form = request.getContextPath() + door;
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status, String message) throws IOException {
                if (status == SC_FORBIDDEN) {
                    sendRedirect(form);
                } else {
                    super.sendError(status, message);
                }
            }
        });
    }
}
