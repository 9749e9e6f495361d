package com.qliento.simulator.whatsapp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in Meta's words. The texts name fields and limits, never a value that came in, so that none carries personal
 * data.
 */
final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GraphErrorCode code;
    private final @Nullable String details;
    private final @Nullable Integer subcode;

    private GraphRefusal(GraphErrorCode code, String message, @Nullable String details, @Nullable Integer subcode) {
        super(message, null, false, false);
        this.code = code;
        this.details = details;
        this.subcode = subcode;
    }

    /** The error of this code with its usual message. */
    static GraphRefusal of(int code, String details) {
        var known = GraphErrorCode.of(code);
        return new GraphRefusal(known, "(#" + code + ") " + known.message(), details, null);
    }

    /** 100, said in the message itself, as Meta does for the outer fields of a request. */
    static GraphRefusal invalid(String sentence) {
        return new GraphRefusal(GraphErrorCode.of(100), "(#100) " + sentence, null, null);
    }

    /** A required outer field is missing. */
    static GraphRefusal required(String parameter) {
        return invalid("The parameter " + parameter + " is required.");
    }

    /** A required field of the content is missing. */
    static GraphRefusal missing(String path) {
        return of(131008, "Required parameter " + path + " is missing.");
    }

    /** A field of the content has a value that can't be taken. */
    static GraphRefusal value(String path, String rule) {
        return of(131009, "Param " + path + " " + rule);
    }

    /** There is no such object (100, subcode 33). */
    static GraphRefusal noSuchObject(String method) {
        return new GraphRefusal(
                GraphErrorCode.of(100).as("GraphMethodException"),
                "Unsupported " + method.toLowerCase(Locale.ROOT)
                        + " request. Object with this ID does not exist, cannot be loaded due to missing permissions, or"
                        + " does not support this operation. Please read the Graph API documentation at"
                        + " https://developers.facebook.com/docs/graph-api",
                null,
                33);
    }

    /** The token is missing or empty (190). */
    static GraphRefusal token() {
        return new GraphRefusal(
                GraphErrorCode.of(190), "Invalid OAuth access token - Cannot parse access token", null, null);
    }

    /** The path means nothing to the Graph API (2500). */
    static GraphRefusal unknownPath() {
        return new GraphRefusal(GraphErrorCode.of(2500), "Unknown path components", null, null);
    }

    GraphErrorCode code() {
        return code;
    }

    @Nullable
    String details() {
        return details;
    }

    @Nullable
    Integer subcode() {
        return subcode;
    }
}
