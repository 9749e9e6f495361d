package com.qliento.load;

/** The text of an HTTP answer with a JSON body of plain ASCII. */
final class Answer {
    private Answer() {}

    static String ok(String json) {
        return of("200 OK", json);
    }

    static String of(String statusAndHeaders, String json) {
        return "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json;
    }
}
