package com.qliento.rest;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriUtils;

/**
 * Refuses what the web server and the framework would pass over in silence or stumble on: a parameter that can't be
 * decoded or is there twice, a Content-Type that is none, a form where bytes belong.
 */
class RequestCheckFilter extends OncePerRequestFilter {

    private static final ProblemType PARAMETER_REPEATED =
            new ProblemType(ProblemKind.UNREADABLE, "parameter-repeated", "A parameter is there twice");
    private static final ProblemType PARAMETER_UNREADABLE =
            new ProblemType(ProblemKind.UNREADABLE, "parameter-unreadable", "A parameter can't be read");

    /** Forms are read as parameters and leave no body. */
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.parseMediaType("multipart/*"));

    private final HandlerExceptionResolver errors;

    RequestCheckFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            query(request);
            type(request);
        } catch (Problem refused) {
            errors.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void query(HttpServletRequest request) {
        var query = request.getQueryString();
        var seen = new HashSet<String>();
        for (var parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            var name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            decoded(equals < 0 ? "" : parameter.substring(equals + 1));
            if (!name.isEmpty() && !seen.add(name)) {
                throw PARAMETER_REPEATED
                        .because("The parameter '" + name + "' is there more than once. Send it once.")
                        .with("field", name);
            }
        }
    }

    private static String decoded(String text) {
        try {
            var bytes = UriUtils.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw PARAMETER_UNREADABLE.because(
                    "After the question mark, every % is followed by two hexadecimal digits, and the bytes are UTF-8."
                            + " Let a library encode the parameters.");
        }
    }

    private static void type(HttpServletRequest request) {
        var header = request.getContentType();
        if (header == null || header.isEmpty()) {
            return;
        }
        MediaType type;
        try {
            type = MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException none) {
            throw refused("The header Content-Type can't be read. Name one type, such as application/json.");
        }
        if (!type.isConcrete()) {
            throw refused("The header Content-Type has a wildcard. Name the type that the body has.");
        }
        if (request.getContentLengthLong() != 0 && FORMS.stream().anyMatch(form -> form.includes(type))) {
            throw refused("The body is a form. Send what it is about as the body itself, and name its type in"
                    + " Content-Type: application/json, or application/octet-stream for a file.");
        }
    }

    private static Problem refused(String words) {
        var known = StatusProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        return new ProblemType(ProblemKind.UNKNOWN_TYPE, known.code(), known.title()).because(words);
    }
}
