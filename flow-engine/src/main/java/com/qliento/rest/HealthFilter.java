package com.qliento.rest;

import com.qliento.organisation.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows of what health is made to whoever has an API key; all others, on this machine too since a proxy may stand there,
 * hear whether it works. While the database is away nobody's key can be known, and the status has to be told still.
 */
class HealthFilter extends OncePerRequestFilter {

    private final ApiKeys keys;

    HealthFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Known(request, hasKey(request.getHeader(HttpHeaders.AUTHORIZATION))), response);
    }

    private boolean hasKey(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, ApiKeyFilter.SCHEME, 0, ApiKeyFilter.SCHEME.length())) {
            return false;
        }
        try {
            return keys.authenticate(
                            header.substring(ApiKeyFilter.SCHEME.length()).strip())
                    .isPresent();
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }

    /** Somebody by their key, or nobody: a session of the screens does not count here. */
    private static final class Known extends HttpServletRequestWrapper {

        private final boolean byKey;

        Known(HttpServletRequest request, boolean byKey) {
            super(request);
            this.byKey = byKey;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return byKey ? () -> "api-key" : null;
        }
    }
}
