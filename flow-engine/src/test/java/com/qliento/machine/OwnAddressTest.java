package com.qliento.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner.Mode;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

/** Wherever and however it listens, the application finds itself. */
class OwnAddressTest {

    /** A web server that has nothing to say. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        SslAutoConfiguration.class
    })
    @Import(OwnAddress.class)
    static class Silent {}

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:, , ",
        "http://127.0.0.1:, 127.0.0.1, /desk",
        "http://[0:0:0:0:0:0:0:1]:, ::1, ",
        "http://127.0.0.1:, 0.0.0.0, /a/b"
    })
    void it_is_reached_where_it_listens(String begins, String address, String context) throws Exception {
        var settings = new ArrayList<>(List.of("--server.port=0"));
        if (address != null) {
            settings.add("--server.address=" + address);
        }
        if (context != null) {
            settings.add("--server.servlet.context-path=" + context);
        }

        var own = reached(settings);

        assertThat(own).startsWith(begins).endsWith((context == null ? "" : context) + "/path");
    }

    @Test
    void it_is_reached_over_tls_though_nobody_has_signed_its_certificate(@TempDir Path directory) throws Exception {
        var store = directory.resolve("own.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=chat.example.org",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();

        var own = reached(List.of(
                "--server.port=0", "--server.ssl.key-store=" + store, "--server.ssl.key-store-password=changeit"));

        assertThat(own).startsWith("https://");
    }

    @Test
    void before_it_listens_it_is_what_the_settings_say() {
        var environment = new MockEnvironment()
                .withProperty("server.port", "9443")
                .withProperty("server.address", "::1")
                .withProperty("server.ssl.bundle", "web")
                .withProperty("server.servlet.context-path", "/desk");

        assertThat(new OwnAddress(environment).of("/x")).hasToString("https://[0:0:0:0:0:0:0:1]:9443/desk/x");
        assertThat(new OwnAddress(new MockEnvironment()).of("/x")).hasToString("http://127.0.0.1:8080/x");
    }

    /** Starts it, calls its own address, and gives that address. */
    private static String reached(List<String> settings) throws Exception {
        try (var application =
                new SpringApplicationBuilder(Silent.class).bannerMode(Mode.OFF).run(settings.toArray(String[]::new))) {
            var own = application.getBean(OwnAddress.class);
            assertThat(own.isKnown()).isTrue();
            var client =
                    HttpClient.newBuilder().sslContext(OwnCertificate.taken()).build();
            var answer = client.send(
                    HttpRequest.newBuilder(own.of("/path")).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(404);
            return own.of("/path").toString();
        }
    }
}
