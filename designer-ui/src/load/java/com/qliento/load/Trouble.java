package com.qliento.load;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

/**
 * How the sink treats the calls of one number. Only {@link #NONE} takes the message; in all others nothing was sent.
 */
enum Trouble {
    NONE("ok"),
    RATE_LIMITED("429") {
        @Override
        String answer(Socket connection) {
            return error("429 Too Many Requests\r\nRetry-After: 2", 130429, "(#130429) Rate limit hit");
        }
    },
    SERVER_ERROR("500") {
        @Override
        String answer(Socket connection) {
            return error("500 Internal Server Error", 131016, "(#131016) Service unavailable");
        }
    },
    RESET("reset") {
        @Override
        String answer(Socket connection) throws IOException {
            connection.setSoLinger(true, 0);
            throw new IOException("reset on request");
        }
    },
    SILENCE("silence") {
        @Override
        String answer(Socket connection) throws IOException, InterruptedException {
            Thread.sleep(30_000);
            throw new IOException("silent on request");
        }
    };

    private final String word;

    Trouble(String word) {
        this.word = word;
    }

    /** The trouble's HTTP answer; an exception ends the connection without one. */
    String answer(Socket connection) throws IOException, InterruptedException {
        throw new IllegalStateException("no trouble");
    }

    /** Throws {@link IllegalArgumentException} for a word that names no trouble. */
    static Trouble of(String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("mode is one of ok, 429, 500, reset, silence"));
    }

    private static String error(String statusAndHeaders, int code, String message) {
        return Answer.of(
                statusAndHeaders,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code
                        + ",\"error_data\":{\"messaging_product\":\"whatsapp\",\"details\":\"load test\"},"
                        + "\"fbtrace_id\":\"load\"}}");
    }
}
