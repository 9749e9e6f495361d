package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.Accounts;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The people's door from outside, without a browser. */
class DoorsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final String address = Application.address();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void another_sites_form_signs_nobody_in() throws Exception {
        get("/sign-in");

        var without = post("/sign-in", "username=demo%40qliento.local&password=demo");
        var madeUp = post("/sign-in", "username=demo%40qliento.local&password=demo&_csrf=" + UUID.randomUUID());

        assertThat(without.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("qliento-browser"));
        assertThat(madeUp.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("qliento-browser"));
        assertThat(signedIn()).isFalse();
        assertThat(without.statusCode()).isIn(302, 403);
    }

    @Test
    void cookies_are_for_this_site_and_no_script() throws Exception {
        var page = get("/sign-in");
        var signedIn = signIn("demo@qliento.local", "demo");

        assertThat(page.headers().allValues("set-cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(signedIn.headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("qliento-browser="))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void the_session_of_an_account_that_was_removed_ends() throws Exception {
        var accounts = Application.bean(Accounts.class);
        var email = "gone-" + UUID.randomUUID() + "@example.org";
        var id = accounts.register(DEMO, Role.BUILDER, email, "Gone", "correct horse");
        get("/sign-in");
        signIn(email, "correct horse");
        assertThat(signedIn()).isTrue();

        accounts.remove(DEMO, id);

        assertThat(signedIn()).isFalse();
    }

    @Test
    void the_simulator_takes_somebody_who_is_signed_in_for_a_call_that_was_passed_on() throws Exception {
        var passedOn = HttpRequest.newBuilder(URI.create(address + "/simulator/customers"))
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        assertThat(send(passedOn).statusCode()).isEqualTo(401);

        get("/sign-in");
        signIn("viewer@qliento.local", "demo");

        assertThat(send(passedOn).statusCode()).isEqualTo(200);
    }

    @Test
    void a_door_is_in_force_since_its_feature_declares_it_and_what_nobody_declared_stays_closed() throws Exception {
        assertThat(send(bytes("/try-programs/open/here", 10)).body()).isEqualTo("10");
        assertThat(send(bytes("/try-programs/open/here", 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        assertThat(send(bytes("/try-programs/beside", 10)).statusCode()).isEqualTo(404);
        assertThat(send(bytes("/try-elsewhere", 10)).statusCode()).isIn(302, 401, 403);
    }

    private HttpRequest bytes(String path, int length) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                .build();
    }

    @Test
    void a_name_that_is_not_ours_is_refused_on_every_door() throws Exception {
        for (var path : new String[] {"/", "/sign-in", "/simulator/customers", "/api/v1/flows", "/VAADIN/x"}) {
            assertThat(asked("rebound.example.org", path)).as(path).startsWith("HTTP/1.1 421");
        }
        for (var host : new String[] {"localhost", "LOCALHOST.", "app.localhost", "127.0.0.1", "[::1]"}) {
            assertThat(asked(host, "/sign-in")).as(host).startsWith("HTTP/1.1 200");
        }
    }

    private String asked(String host, String path) throws IOException {
        int port = URI.create(address).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                    + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whether a page for people opens instead of the door. */
    private boolean signedIn() throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + "/media/" + UUID.randomUUID()))
                                .header("Accept", "text/html")
                                .build())
                        .statusCode()
                == 404;
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return post(
                "/sign-in",
                "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                        + URLEncoder.encode(Application.token(get("/sign-in").body()), StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .build());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
