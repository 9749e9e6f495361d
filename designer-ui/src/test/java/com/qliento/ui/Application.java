package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.qliento.Qliento;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole application as somebody starts it on a directory without data, once for all tests of a run. */
public final class Application {

    private static ServletWebServerApplicationContext shared;

    private Application() {}

    static synchronized String address() {
        if (shared == null) {
            try {
                var data = Files.createTempDirectory("qliento-ui");
                UnpackedPostgres.into(data);
                shared = (ServletWebServerApplicationContext) SpringApplication.run(
                        Qliento.class,
                        "--server.port=" + freePort(),
                        "--qliento.data-dir=" + data,
                        "--qliento.banner=false");
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        }
        return "http://localhost:" + shared.getWebServer().getPort();
    }

    static synchronized void close() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** Chosen before the start: what the application sends in the demo goes to itself, by this number. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A part of the running application. */
    public static <T> T bean(Class<T> type) {
        address();
        return type == ServletContext.class ? type.cast(shared.getServletContext()) : shared.getBean(type);
    }

    /** All parts of a kind. */
    static <T> List<T> beans(Class<T> type) {
        address();
        return List.copyOf(shared.getBeansOfType(type).values());
    }

    /** What the sign-in page gives its form to show that it was its own. */
    static String token(String page) {
        var meta = Pattern.compile("<meta[^>]*name=\"_csrf\"[^>]*>").matcher(page);
        assertThat(meta.find()).as("the sign-in page has a token").isTrue();
        var content = Pattern.compile("content=\"([^\"]+)\"").matcher(meta.group());
        assertThat(content.find()).isTrue();
        return content.group(1);
    }

    /** The first page in this window, signed in as this demo account; the form is another test's. */
    static Page signedIn(BrowserContext window, String email) {
        var page = signedIn(window, email, "/");
        page.waitForSelector(".q-shell");
        return page;
    }

    /** The page at this path, still loading. */
    static Page signedIn(BrowserContext window, String email, String path) {
        signIn(window, email);
        var page = window.newPage();
        page.navigate(address() + path);
        return page;
    }

    /** A page nothing is opened in yet, signed in as this demo account: for tests that begin elsewhere than on the first page. */
    static Page blank(BrowserContext window, String email) {
        signIn(window, email);
        return window.newPage();
    }

    /** Gives the window a session of this demo account; no page is open yet. */
    static void signIn(BrowserContext window, String email) {
        var door = window.request()
                .get(address() + "/sign-in", RequestOptions.create().setHeader("Accept", "text/html"));
        var signedIn = window.request()
                .post(
                        address() + "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("username", email)
                                        .set("password", "demo")
                                        .set("_csrf", token(door.text())))
                                .setMaxRedirects(0));
        assertThat(signedIn.headers().get("location")).doesNotContain("error");
    }
}
