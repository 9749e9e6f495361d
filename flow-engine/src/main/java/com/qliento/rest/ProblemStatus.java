package com.qliento.rest;

import com.qliento.problem.ProblemKind;
import org.springframework.http.HttpStatus;

/** The HTTP status of each kind of problem. */
public final class ProblemStatus {

    private ProblemStatus() {}

    /** As a number. */
    public static int of(ProblemKind kind) {
        return status(kind).value();
    }

    private static HttpStatus status(ProblemKind kind) {
        return switch (kind) {
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case UNKNOWN_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
        };
    }
}
