package com.qliento.ui;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.qliento.Qliento;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole application as somebody starts it on an empty directory, once for all tests of a run. */
public final class Application {

    private static ServletWebServerApplicationContext shared;

    private Application() {}

    static synchronized String address() {
        if (shared == null) {
            try {
                var data = Files.createTempDirectory("qliento-ui");
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

    /** A page in this window, signed in as this demo account. */
    static Page signedIn(BrowserContext window, String email) {
        var page = window.newPage();
        page.navigate(address() + "/sign-in");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill("demo");
        page.locator("vaadin-button[theme*=submit]").click();
        page.waitForSelector(".q-shell");
        return page;
    }
}
