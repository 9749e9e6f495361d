package com.qliento.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Requests that a broken or hostile client might send to each operation of the description. */
final class MalformedRequests {

    /** A request and what is wrong about it. */
    record Sent(String name, byte[] bytes) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    private static final List<String> TYPES = List.of(
            "no type at all",
            "/",
            "application/",
            "application/json;charset=nowhere",
            "application/json; charset=\"",
            "a/b/c",
            "application/json;;=",
            "*/*",
            "json",
            "\u00e9",
            "application/json, application/json",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=\"",
            "multipart/form-data; boundary=" + "x".repeat(500),
            "multipart/mixed; boundary=x",
            "multipart/",
            "multipart",
            "multipart/form-data, multipart/form-data; boundary=x",
            "multipart/form-data; boundary=x; charset=nowhere",
            "MULTIPART/FORM-DATA",
            "application/x-www-form-urlencoded",
            "application/xml;charset=UTF-99",
            ";",
            "application/*",
            "");

    private static final List<String> ACCEPTS =
            List.of("/", "image/png", "text/html", "application/json;q=x", "a", ";", "*", "application/json;q=0");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "[{}]",
            "\"text\"",
            "null",
            "true",
            "17",
            "1e999999999",
            "{\"a\":}",
            "{'a':1}",
            "{} {}",
            "NaN",
            "\u0000",
            "{\"name\":{}}",
            "{\"name\":[1,2]}",
            "{\"version\":\"x\"}",
            "{\"version\":1.5}",
            "{\"version\":99999999999999999999}",
            "{\"version\":1e99999999999}",
            "{\"version\":-1}",
            "{\"version\":1e2147483647}",
            "{\"liveVersion\":" + "9".repeat(5000) + "}",
            "{\"inputs\":{\"a\":1e99999999999,\"b\":-1e-99999999999}}",
            "{\"inputs\":{\"a\":NaN}}",
            "{\"inputs\":{\"a\":" + "9".repeat(5000) + "}}",
            "{\"inputs\":{\"a\":1,\"a\":2}}",
            "{\"inputs\":{\"a\":\"\\ud83d\",\"\\u0000\":\"\\u0001\"}}",
            "{\"at\":\"+999999999-12-31T23:59:59Z\"}",
            "{\"at\":-99999999999999999999}",
            "{\"name\":\"\\udc00\\ud800\"}",
            "{\"limits\":1e99999999999}",
            "{\"inputs\":{\"a\":[" + "{},".repeat(200_000) + "{}]}}",
            "{\"note\":{\"a\":1}}",
            "{\"inputs\":[]}",
            "{\"inputs\":7}",
            "{\"decisions\":{}}",
            "{\"decisions\":\"x\"}",
            "{\"draft\":\"maybe\"}",
            "{\"said\":\"x\"}",
            "{\"said\":[{}]}",
            "{\"persona\":7}",
            "{\"steps\":7}",
            "{\"steps\":[7]}",
            "{\"tags\":7}",
            "{\"tags\":[[]]}",
            "{\"liveVersion\":true}",
            "{\"hours\":\"x\"}",
            "{\"expected\":3}",
            "[".repeat(5000),
            "{\"a\":".repeat(3000),
            "<a/>",
            "<?xml version='1.0' encoding='nowhere'?><a/>",
            "a=%zz",
            "a,b\n\"",
            "PK\u0003\u0004broken");

    private static final List<String> QUERIES = List.of(
            "limit=1&limit=2",
            "limit=many",
            "limit=1e3",
            "limit=99999999999",
            "limit=%zz",
            "limit=%",
            "limit=%ff",
            "%=%",
            "cursor=%00",
            "cursor=%ff%fe",
            "cursor=a&cursor=b",
            "contact=a&contact=b",
            "contact=",
            "cursor=[",
            "key=a&key=b",
            "key=",
            "key=%ff",
            "name=a&name=b",
            "name=",
            "anyway=maybe",
            "anyway=1&anyway=0",
            "last=x",
            "last=-1",
            "last=1&last=2",
            "last=99999999999",
            "format=pdf",
            "format=csv&format=xlsx",
            "format=",
            "limit={1}",
            "limit=\u00e9",
            "a|b",
            "=",
            "&&&",
            "limit[]=1",
            "limit=1;limit=2",
            "q=%u0041");

    private static final List<String> PATHS = List.of(
            "%zz",
            "%",
            "%00",
            "%2f",
            "%2F..%2f",
            "%5c",
            "a;b=c",
            "..;",
            "\\",
            "^",
            "{",
            "a|b",
            "%ff",
            "%c0%ae",
            "\u00e9",
            "a%0d%0ab",
            "%25",
            "not-an-id",
            "0-0-0-0-0",
            "a".repeat(9000));

    private static final List<String> HEADERS = List.of(
            "If-Match: x",
            "If-Match: *",
            "If-Match: \"99999999999999999999\"",
            "If-Match:",
            "If-None-Match: \"",
            "Accept-Language: ;;",
            "Accept-Language: \u0000",
            "Accept-Charset: nowhere",
            "Accept-Encoding: nothing",
            "Range: bytes=x",
            "Expect: the-worst",
            "Content-Encoding: gzip",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: nothing",
            "Upgrade: h2c",
            "Content-Length: -1",
            "Content-Length: x",
            "Content-Length: 9e9",
            "Content-Length: 1\r\nContent-Length: 2",
            "Idempotency-Key:",
            "Idempotency-Key: " + "k".repeat(256),
            "Idempotency-Key: \u00e9",
            "X-Header: a\u0001b",
            "X Header: a",
            ": nothing",
            "no colon",
            "X-Header: " + "x".repeat(9000),
            "Cookie: \"",
            "If-Modified-Since: yesterday",
            "X-Http-Method-Override: TRACE",
            "Host: a\r\nHost: b",
            "Host: [",
            "Content-Type: application/json\r\nContent-Type: text/xml",
            "Accept: a/b\r\nAccept: /");

    private static final List<String> METHODS = List.of("FOO", "TRACE", "get", "CONNECT", "PROPFIND", "PUT", "G{T");

    private static final List<String> REQUEST_LINES = List.of(
            "GET",
            "GET ",
            "GET  HTTP/1.1",
            "/api/v1/flows",
            "GET /api/v1/flows HTTP/9.9",
            "GET /api/v1/flows HTTP/x",
            "GET api/v1/flows HTTP/1.1",
            "GET http://[/api/v1/flows HTTP/1.1",
            "GET * HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET /api/v1/flows?\u0001 HTTP/1.1",
            "GET /api/v1/<flows> HTTP/1.1",
            "GET /api/v1/../../x HTTP/1.1",
            "GET /api/../../x HTTP/1.1",
            "\u0000\u0001\u0002",
            "GET /api/v1/flows#a HTTP/1.1",
            "GET //api//v1//flows HTTP/1.1",
            "GET /api/v1/flows/ HTTP/1.1",
            "GET /api/v1 HTTP/1.1");

    private final JsonNode description;
    private final String key;
    private final List<Sent> all = new ArrayList<>();

    MalformedRequests(JsonNode description, String key) {
        this.description = description;
        this.key = key;
    }

    List<Sent> all() {
        for (var path : names(description.path("paths"))) {
            METHODS.forEach(
                    method -> add(method + " " + path, method + " " + plain(path) + " HTTP/1.1", List.of(), ""));
            for (var method : names(description.path("paths").path(path))) {
                operation(method.toUpperCase(Locale.ROOT), path);
            }
        }
        for (var line : REQUEST_LINES) {
            add(line, line, List.of(), "");
        }
        var flows = "/api/v1/flows";
        HEADERS.forEach(header -> add(header, "GET " + flows + " HTTP/1.1", List.of(header), ""));
        QUERIES.forEach(query -> add(query, "GET " + flows + "?" + query + " HTTP/1.1", List.of(), ""));
        return all;
    }

    /** Each kind of fault for each operation that it can matter to. */
    private void operation(String method, String path) {
        var plain = plain(path);
        var known = query(method, path, "");
        ACCEPTS.forEach(accept -> add(
                method + " " + path + " Accept: " + accept,
                method + " " + plain + known + " HTTP/1.1",
                List.of("Accept: " + accept),
                "{}"));
        var parameters = description
                .path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("parameters");
        for (var query : QUERIES) {
            var named = query.split("[=\\[&]", 2)[0];
            if (StreamSupport.stream(parameters.spliterator(), false)
                    .anyMatch(one -> one.path("name").asText().equals(named))) {
                add(
                        method + " " + path + "?" + query,
                        method + " " + plain + query(method, path, query) + " HTTP/1.1",
                        List.of(),
                        "{}");
            }
        }
        if (path.contains("{")) {
            for (var odd : PATHS) {
                var broken = path.replace("{id}", odd).replace("{key}", odd);
                add(method + " " + broken, method + " " + broken + known + " HTTP/1.1", List.of(), "{}");
            }
        }
        if (!method.equals("GET") && !method.equals("DELETE")) {
            bodies(method, path, plain + known);
        }
    }

    private static String plain(String path) {
        return path.replace("{id}", UNKNOWN).replace("{key}", "unknown");
    }

    private void bodies(String method, String path, String plain) {
        var own = names(description
                        .path("paths")
                        .path(path)
                        .path(method.toLowerCase(Locale.ROOT))
                        .at("/requestBody/content"))
                .stream()
                .findFirst()
                .orElse("application/json");
        for (var type : TYPES) {
            add(
                    method + " " + path + " Content-Type: " + type,
                    method + " " + plain + " HTTP/1.1",
                    List.of("Content-Type: " + type),
                    "{}");
        }
        for (var body : BODIES) {
            add(
                    method + " " + path + " " + body.substring(0, Math.min(40, body.length())),
                    method + " " + plain + " HTTP/1.1",
                    List.of("Content-Type: " + own),
                    body);
        }
    }

    /** The parameters that the operation asks for, so that the fault is what it stumbles over. */
    private String query(String method, String path, String more) {
        var query = new StringBuilder(more);
        for (var parameter : description
                .path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("parameters")) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()
                    && !more.startsWith(name)) {
                query.append(query.isEmpty() ? "" : "&").append(name).append("=malformed");
            }
        }
        return query.isEmpty() ? "" : "?" + query;
    }

    private void add(String name, String line, List<String> headers, String body) {
        var head = new StringBuilder(line).append("\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host"))) {
            head.append("Host: localhost\r\n");
        }
        head.append("Authorization: Bearer ").append(key).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (headers.stream()
                .noneMatch(header -> header.startsWith("Content-Length") || header.startsWith("Transfer"))) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(bytes);
        all.add(new Sent(name, whole.toByteArray()));
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
