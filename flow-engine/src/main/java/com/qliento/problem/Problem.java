package com.qliento.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A refusal with a reason that the caller can act on; answered as {@code application/problem+json} (RFC 9457). The
 * texts are shown to strangers: they never hold personal data, secrets or a class name.
 */
public class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String title;
    private final Map<String, Object> more = new LinkedHashMap<>();

    /**
     * @param code stable, in kebab case; the problem's type is {@code urn:qliento:problem:<code>}
     * @param title the same sentence for every problem of this code
     * @param detail what happened here and what to do
     */
    public Problem(HttpStatus status, String code, String title, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** 404: there is no such thing for this caller (another organisation's things included). */
    public static Problem notFound(String what, Object id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no " + what + " '" + id + "'. Check the id, or list what there is.");
    }

    /** 422: the request is readable, but a field of it can't be used. */
    public static Problem invalid(String field, String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-field", "A field can't be used", detail)
                .with("field", field);
    }

    /** 409: it can't be done in the state the thing is in. */
    public static Problem conflict(String code, String title, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, title, detail);
    }

    /** Adds a member to the problem document; returns this problem. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** The HTTP status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The same sentence for every problem of this code. */
    public String title() {
        return title;
    }

    /** Further members of the problem document. */
    public Map<String, Object> more() {
        return more;
    }
}
