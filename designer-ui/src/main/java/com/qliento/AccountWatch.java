package com.qliento;

import com.qliento.account.Account;
import com.qliento.account.Accounts;
import com.qliento.door.Door;
import com.qliento.door.Door.Passage;
import com.qliento.door.Doors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of an account that works for nobody any more, and of one whose password became another one since: a
 * session outlives neither.
 */
final class AccountWatch extends OncePerRequestFilter {

    private static final String STANDING = AccountWatch.class.getName() + ".standing";

    private final Accounts accounts;
    private final Doors doors;

    AccountWatch(Accounts accounts, Doors doors) {
        this.accounts = accounts;
        this.doors = doors;
    }

    /** What is the same for everybody is asked for by the dozen and shows nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return doors.at(path)
                .map(Door::passage)
                .filter(Passage.EVERYBODY::equals)
                .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && signedIn != null && signedIn.getPrincipal() instanceof Account account) {
            var standing = accounts.standing(account.id());
            var before = session.getAttribute(STANDING);
            if (standing.isEmpty() || (before != null && !before.equals(standing.get()))) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (before == null) {
                session.setAttribute(STANDING, standing.get());
            }
        }
        chain.doFilter(request, response);
    }
}
