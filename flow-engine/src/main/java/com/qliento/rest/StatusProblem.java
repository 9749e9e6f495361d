package com.qliento.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.door.Door;
import com.qliento.problem.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * The words for refusals that come from below the interfaces - the web server, the sign-in, the framework - and know no
 * more than a status.
 */
record StatusProblem(int status, String code, String title, String detail) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<HttpStatus, StatusProblem> KNOWN = Map.ofEntries(
            known(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The request can't be read",
                    "The request's first line, its address or a header breaks the rules of HTTP. Encode the address with"
                            + " percent signs, and let a library write the headers."),
            known(
                    HttpStatus.NOT_FOUND,
                    "no-such-address",
                    "Nothing has this address",
                    "Nothing has this address. /api/openapi.json lists those that there are."),
            known(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method-not-allowed",
                    "The method can't be used here",
                    "This address does not take the request's method. The header Allow names those that it takes."),
            known(
                    HttpStatus.NOT_ACCEPTABLE,
                    "not-acceptable",
                    "No answer of this type",
                    "The header Accept names no type that this address answers with. Leave it out, or see"
                            + " /api/openapi.json."),
            known(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    Door.BODY_TOO_LARGE.code(),
                    Door.BODY_TOO_LARGE.title(),
                    "The request's body is larger than this address takes. Send less."),
            known(
                    HttpStatus.URI_TOO_LONG,
                    "address-too-long",
                    "The address is too long",
                    "The request's address is longer than the server reads. Make it shorter."),
            known(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-type",
                    "A body of this type can't be used",
                    "The header Content-Type names no type that this address takes. See /api/openapi.json."),
            known(
                    HttpStatus.EXPECTATION_FAILED,
                    "expectation-failed",
                    "What is expected can't be met",
                    "The header Expect names something else than 100-continue. Leave it out."),
            known(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "headers-too-large",
                    "The headers are too large",
                    "The request's headers are larger than the server reads. Send fewer or shorter ones."),
            known(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Not available now",
                    "It can't be answered now. Try again in a few seconds."));

    private static Map.Entry<HttpStatus, StatusProblem> known(
            HttpStatus status, String code, String title, String detail) {
        return Map.entry(status, new StatusProblem(status.value(), code, title, detail));
    }

    /** The words for a status of 400 or more. */
    static StatusProblem of(int status) {
        var resolved = HttpStatus.resolve(status);
        var known = resolved == null ? null : KNOWN.get(resolved);
        if (known != null) {
            return known;
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? new StatusProblem(
                        status, "refused", "The request is refused", "The request can't be done as it is. Change it.")
                : new StatusProblem(
                        status, "failed", "It did not work", "Something failed on our side. Try again in a moment.");
    }

    /** A feature's refusal, without its further members. */
    static StatusProblem of(Problem problem) {
        var type = problem.type();
        return new StatusProblem(
                ProblemStatus.of(type.kind()), type.code(), type.title(), String.valueOf(problem.getMessage()));
    }

    /** The same refusal with more to say. */
    StatusProblem saying(String words) {
        return new StatusProblem(status, code, title, words);
    }

    /** As Spring writes it. */
    ProblemDetail asDetail() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create(type()));
        problem.setTitle(title);
        return problem;
    }

    /** As {@code application/problem+json}, for where nothing of Spring's is at hand. */
    byte[] json() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("type", type());
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "StatusProblem[" + status + ", " + code + "]";
    }

    private String type() {
        return "urn:qliento:problem:" + code;
    }
}
