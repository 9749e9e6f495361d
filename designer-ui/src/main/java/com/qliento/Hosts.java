package com.qliento;

import com.qliento.door.Door;
import com.qliento.door.Doors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers by the names that are its own: this machine's, and those that {@code qliento.hosts} says. Another site may let its
 * name lead here, and its pages in somebody's browser would then be taken for ours (DNS rebinding); an address as it stands
 * leads nowhere else. Doors that carry their own proof, or tell nothing of anybody, answer by any name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Hosts extends OncePerRequestFilter {

    private static final String REFUSED = """
            {"type":"urn:qliento:problem:unknown-host","title":"Not a name of this Qliento","status":421,\
            "detail":"The request asks for a host that is not known here. Whoever runs this Qliento names the hosts it is\
             called by in qliento.hosts, separated by commas."}""";

    private final Set<String> names;
    private final Doors doors;

    Hosts(@Value("${qliento.hosts:}") String[] names, Doors doors) {
        this.doors = doors;
        this.names = Arrays.stream(names)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return doors.at(path).filter(Door::anyHost).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.HOST) == null || isOurs(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(421);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(REFUSED.getBytes(StandardCharsets.UTF_8));
        }
    }

    boolean isOurs(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.equals("localhost") || name.endsWith(".localhost") || names.contains(name) || isAddress(name);
    }

    /** No name has a colon, or four numbers between dots. */
    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }
}
