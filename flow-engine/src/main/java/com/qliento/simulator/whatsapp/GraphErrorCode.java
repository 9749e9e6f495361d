package com.qliento.simulator.whatsapp;

import java.util.Map;

/**
 * An error code with the HTTP status, type and message that Meta's list of Cloud API error codes gives it.
 *
 * @param code Meta's number
 * @param status HTTP status of the answer
 * @param type Graph's class of error
 * @param message the message without the leading {@code (#code)}
 */
record GraphErrorCode(int code, int status, String type, String message) {

    private static final String OAUTH = "OAuthException";

    private static final Map<Integer, GraphErrorCode> KNOWN = Map.ofEntries(
            known(1, 500, "API Unknown"),
            known(2, 503, "Service temporarily unavailable"),
            known(4, 429, "Application request limit reached"),
            known(10, 403, "Application does not have permission for this action"),
            known(100, 400, "Invalid parameter"),
            known(190, 401, "Invalid OAuth access token"),
            known(368, 403, "Temporarily blocked for policies violations"),
            known(2500, 400, "Unknown path components"),
            known(80007, 429, "Rate limit issues"),
            known(130429, 429, "Rate limit hit"),
            known(130472, 400, "User's number is part of an experiment"),
            known(131000, 500, "Something went wrong"),
            known(131005, 403, "Access denied"),
            known(131008, 400, "Required parameter is missing"),
            known(131009, 400, "Parameter value is not valid"),
            known(131016, 500, "Service unavailable"),
            known(131021, 400, "Recipient cannot be sender"),
            known(131026, 400, "Message undeliverable"),
            known(131030, 400, "Recipient phone number not in allowed list"),
            known(131031, 403, "Account has been locked"),
            known(131042, 400, "Business eligibility payment issue"),
            known(131047, 400, "Re-engagement message"),
            known(131048, 400, "Spam rate limit hit"),
            known(131049, 400, "Meta chose not to deliver"),
            known(131050, 400, "User has stopped marketing messages"),
            known(131051, 400, "Unsupported message type"),
            known(131052, 400, "Media download error"),
            known(131053, 400, "Media upload error"),
            known(131056, 429, "(Business Account, Consumer Account) pair rate limit hit"),
            known(131057, 500, "Account in maintenance mode"),
            known(132000, 400, "Number of parameters does not match the expected number of params"),
            known(132001, 404, "Template name does not exist in the translation"),
            known(132005, 400, "Translated text too long"),
            known(132007, 400, "Template content policy violation"),
            known(132012, 400, "Parameter format does not match format in the created template"),
            known(132015, 400, "Template is paused"),
            known(132016, 400, "Template is disabled"),
            known(133010, 400, "Phone number not registered"),
            known(135000, 400, "Generic user error"));

    private static Map.Entry<Integer, GraphErrorCode> known(int code, int status, String message) {
        return Map.entry(code, new GraphErrorCode(code, status, OAUTH, message));
    }

    /** The code as Meta lists it; one that is not listed here answers 400 with a plain message. */
    static GraphErrorCode of(int code) {
        GraphErrorCode known = KNOWN.get(code);
        return known != null ? known : new GraphErrorCode(code, 400, OAUTH, "Error " + code);
    }

    /** The same code under another class of error. */
    GraphErrorCode as(String otherType) {
        return new GraphErrorCode(code, status, otherType, message);
    }
}
