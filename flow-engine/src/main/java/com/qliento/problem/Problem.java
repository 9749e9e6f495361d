package com.qliento.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal with a reason that the caller can act on; answered as {@code application/problem+json} (RFC 9457). The
 * texts are shown to strangers: they never hold personal data, secrets or a class name.
 */
public class Problem extends RuntimeException {

    private static final ProblemType NOT_FOUND = new ProblemType(ProblemKind.MISSING, "not-found", "Not found");

    private static final ProblemType INVALID_FIELD =
            new ProblemType(ProblemKind.INVALID, "invalid-field", "A field can't be used");

    private final ProblemType type;
    private final Map<String, Object> more = new LinkedHashMap<>();

    /**
     * For problems that are types of their own; see {@link ProblemType#because}.
     *
     * @param detail what happened here and what to do
     */
    protected Problem(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** There is no such thing for this caller (another organisation's things included). */
    public static Problem notFound(String what, Object id) {
        return notFound("There is no " + what + " '" + id + "'. Check the id, or list what there is.");
    }

    /** The same, of what has no id. */
    public static Problem notFound(String detail) {
        return NOT_FOUND.because(detail);
    }

    /** The request is readable, but a field of it can't be used. */
    public static Problem invalid(String field, String detail) {
        return INVALID_FIELD.because(detail).with("field", field);
    }

    /** Adds a member to the problem document; returns this problem. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** Whether it is of this kind. */
    public boolean is(ProblemKind kind) {
        return type.kind() == kind;
    }

    /** Whether it is of this type. */
    public boolean is(ProblemType other) {
        return type.equals(other);
    }

    /** Its kind, code and title. */
    public ProblemType type() {
        return type;
    }

    /** The stable code. */
    public String code() {
        return type.code();
    }

    /** Further members of the problem document. */
    public Map<String, Object> more() {
        return more;
    }
}
