package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonePageTest extends SimulatorTest {

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_page_allows_nothing_but_its_own_files() throws Exception {
        HttpResponse<String> page = fetch("/simulator/phone");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("http:", "https:", "style=", "onclick")
                .doesNotContainPattern("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme.js",
                "phone.js",
                "api.js",
                "bubbles.js",
                "dialogs.js",
                "faults.js",
                "format.js",
                "icons.js",
                "people.js",
                "texts.js",
                "tokens.css",
                "phone.css",
                "icon.svg"
            })
    void every_file_of_the_page_is_served(String file) throws Exception {
        HttpResponse<String> answer = fetch("/simulator/phone/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).containsAnyOf("javascript", "css", "svg");
    }

    @Test
    void colours_are_named_in_the_tokens_only() throws Exception {
        assertThat(fetch("/simulator/phone/phone.css").body()).doesNotContainPattern("#[0-9a-fA-F]{3,8}[; ]");
    }

    @Test
    void the_three_languages_say_the_same_things() throws Exception {
        String texts = fetch("/simulator/phone/texts.js").body();
        List<List<String>> keys = Stream.of("en", "es", "pt")
                .map(language -> texts.split("\n  " + language + ": \\{", 2)[1].split("\n  },", 2)[0])
                .map(block -> Pattern.compile("(?:^|[,{]) *\\n? *('[a-z.-]+'|[a-zA-Z0-9]+): ['`]")
                        .matcher(block)
                        .results()
                        .map(result -> result.group(1))
                        .sorted()
                        .toList())
                .toList();

        assertThat(keys.get(0)).hasSizeGreaterThan(60);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isEqualTo(keys.get(0));
    }

    @Test
    void an_open_phone_hears_what_it_missed_and_what_comes() throws Exception {
        String person = somebody();
        writes(person, "before");

        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(at("/simulator/customers/" + person + "/events"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        String heard;
        try (InputStream events = stream.body()) {
            heard = readUntil(events, "before");
            writes(person, "after");
            heard += readUntil(events, "after");
        }

        assertThat(heard).contains("event:message", "before", "after");
    }

    private static String readUntil(InputStream events, String word) throws IOException {
        var heard = new StringBuilder();
        int next = events.read();
        while (next >= 0) {
            heard.append((char) next);
            if (heard.indexOf(word) >= 0) {
                return heard.toString();
            }
            next = events.read();
        }
        return heard.toString();
    }
}
