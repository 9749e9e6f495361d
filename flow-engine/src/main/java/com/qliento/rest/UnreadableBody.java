package com.qliento.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.qliento.door.TreeRoom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where a body can't be read and what belongs there, and repeats nothing of what it holds but names. */
final class UnreadableBody {

    private static final int DEEPEST = 10;

    private UnreadableBody() {}

    static ProblemDetail of(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        var where = cause instanceof JsonMappingException mapping ? path(mapping) : "";
        var problem = new StatusProblem(
                        HttpStatus.BAD_REQUEST.value(),
                        "unreadable-body",
                        "The body can't be read",
                        words(cause, where) + " Compare it with /api/openapi.json.")
                .asDetail();
        if (!where.isEmpty()) {
            problem.setProperty("field", where);
        }
        return problem;
    }

    private static String words(@Nullable Throwable cause, String where) {
        if (isTooMuch(cause)) {
            return "The body has more than " + TreeRoom.MOST_TOKENS + " values and names, a number of more than 1,000"
                    + " digits, or is nested too deep. Send less at once.";
        }
        if (cause instanceof MismatchedInputException mismatch && !where.isEmpty()) {
            return "In the body, '" + where + "' is " + FrameworkWords.kind(mismatch.getTargetType()) + ".";
        }
        if (cause instanceof JsonMappingException && !where.isEmpty()) {
            return "In the body, '" + where + "' is too large, or of another kind.";
        }
        if (cause instanceof JsonProcessingException broken
                && !(cause instanceof MismatchedInputException)
                && broken.getLocation() != null) {
            return "The body is no JSON: look at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ".";
        }
        return "The request's body is no JSON of the expected shape.";
    }

    private static boolean isTooMuch(@Nullable Throwable failure) {
        var cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++, cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return true;
            }
        }
        return false;
    }

    /** Such as {@code steps[2].said}. */
    private static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var part : mapping.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
