package com.qliento.connector.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the Graph API is and how long to wait for it.
 *
 * @param baseUrl may have a path of its own; the version is appended
 * @param version such as {@code v23.0}
 * @param connectTimeout for a new connection
 * @param answerTimeout for a whole call, from its start to the last byte of the answer
 */
public record CloudApiSettings(URI baseUrl, String version, Duration connectTimeout, Duration answerTimeout) {
    public static final URI META = URI.create("https://graph.facebook.com");
    public static final String VERSION = "v23.0";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    public CloudApiSettings {
        boolean http = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!http || baseUrl.getHost() == null || baseUrl.getQuery() != null || baseUrl.getFragment() != null) {
            throw new IllegalArgumentException("the base of the Graph API is an http(s) address without query");
        }
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || answerTimeout.isNegative()
                || answerTimeout.isZero()) {
            throw new IllegalArgumentException("time limits must be positive");
        }
        requireSafe(version);
        baseUrl = withoutTrailingSlash(baseUrl);
    }

    /** With the default version and time limits: 5 s to connect, 40 s for a call. */
    public static CloudApiSettings of(URI baseUrl) {
        return new CloudApiSettings(baseUrl, VERSION, Duration.ofSeconds(5), Duration.ofSeconds(40));
    }

    private static URI withoutTrailingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /** The address of a node of the graph, with {@code tail} after it: an edge, a query or nothing. */
    URI node(String id, String tail) {
        requireSafe(id);
        return URI.create(baseUrl + "/" + version + "/" + id + tail);
    }

    private static void requireSafe(String segment) {
        if (!SAFE.matcher(segment).matches()) {
            throw new IllegalArgumentException("an id or version has letters, digits, '.', '_' and '-' only");
        }
    }
}
