package com.qliento.simulator;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets in who calls from this machine, and who is signed in. The simulator shows what customers wrote and sends for the
 * business, so nobody else has anything to do there. A request that somebody passed on comes from whoever they passed it
 * on for, wherever the last of them stands.
 */
final class SimulatorDoor extends OncePerRequestFilter {

    private static final ProblemType SIGN_IN_NEEDED = new ProblemType(
            ProblemKind.UNKNOWN_CALLER, "sign-in-needed", "The simulator is for people who are signed in");

    private static final List<String> PASSED_ON = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Real-IP",
            "Via",
            "CF-Connecting-IP",
            "True-Client-IP");

    /** Tomcat's mark on a request whose address it took from a forwarding header. */
    private static final String PASSED_ON_TO_TOMCAT = "org.apache.tomcat.request.forwarded";

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final HandlerExceptionResolver errors;

    SimulatorDoor(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known = request.getUserPrincipal() != null || isFromThisMachine(request);
        if (known && !isAnotherSitesDoing(request)) {
            chain.doFilter(request, response);
        } else {
            errors.resolveException(request, response, null, refused());
        }
    }

    /** Asks the connection itself: what wraps a request may say what a header says. */
    static boolean isFromThisMachine(HttpServletRequest request) {
        HttpServletRequest asReceived = asReceived(request);
        boolean passedOn = asReceived.getAttribute(PASSED_ON_TO_TOMCAT) != null
                || PASSED_ON.stream().anyMatch(header -> asReceived.getHeader(header) != null);
        return !passedOn && isThisMachine(asReceived.getRemoteAddr(), asReceived.getLocalAddr());
    }

    /** An address of this machine calls itself by the same address. */
    private static boolean isThisMachine(String caller, String called) {
        try {
            return caller.equals(called) || InetAddress.getByName(caller).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static HttpServletRequest asReceived(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return (HttpServletRequest) inner;
    }

    /** A page of another site makes this machine's browser ask for it. */
    private static boolean isAnotherSitesDoing(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !CHANGES_NOTHING.contains(request.getMethod());
    }

    private static Problem refused() {
        return SIGN_IN_NEEDED.because(
                "From another machine the simulator needs an account: sign in to Qliento in this browser first. A"
                        + " program calls it from the machine that Qliento runs on.");
    }
}
