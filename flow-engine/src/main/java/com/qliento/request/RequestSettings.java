package com.qliento.request;

import com.qliento.block.AnswerSettings;
import com.qliento.block.CallSettings;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.call.Repeat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an author sets of a request. The names stand in drawn flows and never change. */
final class RequestSettings {

    static final Parameter METHOD = Parameter.choice("method", "GET", "GET", "POST", "PUT", "PATCH", "DELETE");
    static final Parameter ADDRESS =
            Parameter.of("address", ParameterKind.LINE).needed().namingSecrets();
    static final Parameter QUERY = Parameter.of("query", ParameterKind.TEXT).namingSecrets();
    static final Parameter HEADERS = Parameter.of("headers", ParameterKind.TEXT).namingSecrets();
    static final Parameter BODY_KIND = Parameter.choice("bodyKind", "none", "none", "json", "form");
    static final Parameter BODY = Parameter.of("body", ParameterKind.TEXT).namingSecrets();
    static final Parameter AUTH = Parameter.choice("auth", "none", "none", "bearer", "basic", "header", "hmac");
    static final Parameter SECRET = Parameter.of("secret", ParameterKind.SECRET);
    static final Parameter AUTH_NAME = Parameter.of("authName", ParameterKind.LINE);
    static final Parameter WANTED = Parameter.choice("wanted", "any", "any", "json", "text");
    static final Parameter REPEAT = Parameter.choice("repeat", "usual", "usual", "never", "again", "key");
    static final Parameter SECONDS = Parameter.number(CallSettings.SECONDS, 20, 1, 60);
    static final Parameter NAME = AnswerSettings.NAME.byDefault("result");

    static final Parameter PICKS = Parameter.picks("picks");

    /** So many values may be picked of an answer. */
    static final int MOST_PICKS = 50;

    /** Header names as RFC 9110 has them. */
    static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    /** What only the client itself may say, or what would speak for somebody else. */
    static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "keep-alive",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept-encoding",
            "proxy-authorization",
            "proxy-connection",
            "http2-settings");

    private RequestSettings() {}

    /** Whether a header of this name may be set. */
    static boolean maySet(String header) {
        return TOKEN.matcher(header).matches() && !OURS.contains(header.toLowerCase(Locale.ROOT));
    }

    /** When it may be made twice: by default only what asks and changes nothing. */
    static Repeat repeat(String setting, String method) {
        return switch (setting) {
            case "again" -> Repeat.AGAIN;
            case "key" -> Repeat.KEY;
            case "never" -> Repeat.NEVER;
            default -> method.equals("GET") ? Repeat.AGAIN : Repeat.NEVER;
        };
    }
}
