package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.qliento.account.Role;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every door there is, tried by everybody: a view or an endpoint that is not in the tables fails. */
class RoleWalkTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private static final Set<String> ROLES =
            Stream.of(Role.values()).map(Role::name).collect(Collectors.toSet());
    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.VIEWER));

    /** A view's address as somebody would type it, and who gets to see it once signed in. */
    private record View(String address, Set<Role> who, String there) {
        View(String address, Set<Role> who) {
            this(address, who, "view");
        }
    }

    /** The views, by the template of their route. A new view is added here with those it is for. */
    private static final Map<String, View> VIEWS = Map.ofEntries(
            Map.entry("", new View("", EVERYBODY)),
            Map.entry("flows", new View("flows", EVERYBODY)),
            Map.entry("connections", new View("connections", EVERYBODY)),
            Map.entry("rules", new View("rules", EVERYBODY)),
            Map.entry("rules/platform", new View("rules/platform", EVERYBODY)),
            Map.entry("rules/edit/:___url_parameter", new View("rules/edit/qualify-lead", EVERYBODY)),
            Map.entry("files", new View("files", EVERYBODY)),
            Map.entry("hosts", new View("hosts", EVERYBODY)),
            Map.entry("schedules", new View("schedules", EVERYBODY)),
            Map.entry("secrets", new View("secrets", EVERYBODY)),
            Map.entry("keys", new View("keys", Set.of(Role.OWNER))),
            Map.entry("mail", new View("mail", EVERYBODY)),
            Map.entry("triggers", new View("triggers", EVERYBODY)),
            Map.entry(
                    "triggers/:___url_parameter",
                    new View("triggers/0190c8a0-0000-7000-8000-000000000000", READERS, "not-found")),
            Map.entry("audit", new View("audit", EnumSet.of(Role.OWNER, Role.COMPLIANCE))),
            Map.entry("notices", new View("notices", EVERYBODY)),
            Map.entry("retention", new View("retention", EVERYBODY)),
            Map.entry("register", new View("register", EnumSet.of(Role.OWNER, Role.COMPLIANCE))),
            Map.entry("packages", new View("packages", EnumSet.of(Role.OWNER, Role.COMPLIANCE))),
            Map.entry("endpoints", new View("endpoints", EVERYBODY)),
            Map.entry(
                    "endpoints/:___url_parameter",
                    new View("endpoints/0190c8a0-0000-7000-8000-000000000000", READERS, "not-found")),
            Map.entry("contacts", new View("contacts", READERS)),
            Map.entry(
                    "contacts/:___url_parameter",
                    new View("contacts/0190c8a0-0000-7000-8000-000000000000", READERS, "not-found")),
            Map.entry("conversations", new View("conversations", READERS)),
            Map.entry("conversations/waiting", new View("conversations/waiting", READERS)),
            Map.entry(
                    "conversations/:___url_parameter",
                    new View("conversations/0190c8a0-0000-7000-8000-000000000000", READERS, "not-found")),
            Map.entry("flows/edit/:___url_parameter", new View("flows/edit/menu", EVERYBODY)),
            Map.entry("try-things", new View("try-things", EnumSet.of(Role.OWNER))),
            Map.entry("try-broken", new View("try-broken", EnumSet.noneOf(Role.class))),
            Map.entry("try-refused", new View("try-refused", EnumSet.of(Role.OWNER))));

    /** For whoever comes; where signing in happens. */
    private static final String DOOR = "sign-in";

    /** What an endpoint asks of who calls it. */
    private enum Asks {
        /** An API key; being signed in to the screens does not count. */
        KEY,
        /** A key, whatever it says: the simulated Graph API knows no accounts. */
        ANY_KEY,
        /** To be signed in to the screens; others are sent to the door. */
        SESSION,
        /** Nothing: a description, a health figure, or a thing of the demo on one's own machine. */
        NOTHING,
        /** A proof of its own in each request. */
        PROOF,
        /** A part of the address that nobody guesses: any other leads nowhere. */
        ITS_ADDRESS,
        /** Nobody from outside gets an answer. */
        NO_ONE
    }

    /** The endpoints, by the beginning of their path; the longest that fits counts. */
    private static final Map<String, Asks> ENDPOINTS = Map.ofEntries(
            Map.entry("/api/v1/audit", Asks.KEY),
            Map.entry("/api/v1/decisions", Asks.KEY),
            Map.entry("/api/v1/flows", Asks.KEY),
            Map.entry("/api/v1/channels", Asks.KEY),
            Map.entry("/api/v1/contacts", Asks.KEY),
            Map.entry("/api/v1/consents", Asks.KEY),
            Map.entry("/api/v1/conversations", Asks.KEY),
            Map.entry("/api/v1/mail", Asks.KEY),
            Map.entry("/api/v1/media", Asks.KEY),
            Map.entry("/api/v1/messages", Asks.KEY),
            Map.entry("/api/v1/policies", Asks.KEY),
            Map.entry("/api/v1/retention", Asks.KEY),
            Map.entry("/api/v1/privacy", Asks.KEY),
            Map.entry("/api/v1/request-hosts", Asks.KEY),
            Map.entry("/api/v1/schedules", Asks.KEY),
            Map.entry("/api/v1/secrets", Asks.KEY),
            Map.entry("/api/v1/keys", Asks.KEY),
            Map.entry("/api/v1/triggers", Asks.KEY),
            Map.entry("/api/v1/runs", Asks.KEY),
            Map.entry("/api/v1/events", Asks.KEY),
            Map.entry("/api/v1/webhooks", Asks.KEY),
            Map.entry("/hooks/", Asks.ITS_ADDRESS),
            Map.entry("/media/", Asks.SESSION),
            Map.entry("/p/", Asks.NOTHING),
            Map.entry("/api/openapi", Asks.NOTHING),
            Map.entry("/simulator/", Asks.NOTHING),
            Map.entry("/simulator/graph", Asks.ANY_KEY),
            Map.entry("/webhooks/whatsapp", Asks.PROOF),
            Map.entry("/actuator", Asks.NO_ONE),
            Map.entry("/actuator/health", Asks.NOTHING),
            Map.entry("/actuator/prometheus", Asks.NOTHING),
            Map.entry("/error", Asks.NOTHING));

    @Test
    void every_view_says_for_whom_it_is() {
        assertThat(views().keySet()).as("views without an expectation").isEqualTo(expectedViews());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_sees_its_views_and_no_others(Role role) {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, email(role));

            for (var view : new TreeMap<>(VIEWS).entrySet()) {
                var seen = look(page, view.getValue().address());
                var expected = view.getValue().who().contains(role)
                        ? view.getValue().there()
                        : view.getKey().equals("try-broken") ? "failed" : "forbidden";
                assertThat(seen).as(role + " at /" + view.getKey()).isEqualTo(expected);
            }
        }
    }

    @Test
    void who_is_not_signed_in_is_sent_to_the_door_and_an_api_key_does_not_help() throws Exception {
        for (var headers : List.of(Map.<String, String>of(), Map.of("Authorization", "Bearer demo-api-key"))) {
            for (var view : VIEWS.values()) {
                var request = HttpRequest.newBuilder(URI.create(Application.address() + "/" + view.address()))
                        .header("Accept", "text/html");
                headers.forEach(request::header);
                var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());

                assertThat(answer.statusCode()).as(view.address()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .as(view.address())
                        .contains("/" + DOOR);
            }
        }
        try (var window = Browser.window(1440, false)) {
            var page = window.newPage();
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector("vaadin-login-form");
            assertThat(page.url()).contains("/" + DOOR);
        }
    }

    @Test
    void every_endpoint_asks_what_it_must_of_everybody() throws Exception {
        var callers = new TreeMap<String, Map<String, String>>();
        callers.put("nobody", Map.of());
        callers.put("api key", Map.of("Authorization", "Bearer demo-api-key"));
        callers.put("wrong key", Map.of("Authorization", "Bearer not-the-key"));
        for (var role : Role.values()) {
            callers.put(role.name(), Map.of("Cookie", session(role)));
        }

        for (var endpoint : endpoints()) {
            var asks = ENDPOINTS.entrySet().stream()
                    .filter(entry -> endpoint.path().startsWith(entry.getKey()))
                    .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                    .map(Map.Entry::getValue)
                    .orElse(null);
            assertThat(asks).as("what %s asks is not in the table", endpoint).isNotNull();
            for (var caller : callers.entrySet()) {
                var status = status(endpoint, caller.getValue());
                assertThat(fits(asks, caller.getKey(), status))
                        .as("%s by %s answered %s", endpoint, caller.getKey(), status)
                        .isTrue();
            }
        }
    }

    private static boolean fits(Asks asks, String caller, int status) {
        boolean let = status != 401 && status != 403;
        return switch (asks) {
            case KEY -> caller.equals("api key") ? let : status == 401;
            case ANY_KEY -> caller.endsWith(" key") ? let : status == 401;
            case SESSION -> ROLES.contains(caller) ? let && status != 302 : status == 302;
            case NOTHING -> let;
            case PROOF -> !let;
            case ITS_ADDRESS, NO_ONE -> status == 404;
        };
    }

    private record Endpoint(String method, String path) {}

    /** Those of the application; the doors that a test adds are walked through there. */
    private static List<Endpoint> endpoints() {
        return Application.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().getBeanType() != TryDoors.Behind.class)
                .map(Map.Entry::getKey)
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(path -> methods(info.getMethodsCondition().getMethods())
                                .map(method -> new Endpoint(method, path))))
                .distinct()
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static Stream<String> methods(Set<? extends Enum<?>> methods) {
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    private static int status(Endpoint endpoint, Map<String, String> headers) throws IOException, InterruptedException {
        var path = endpoint.path()
                .replace("/**", "/x")
                .replaceAll("\\{version[^}]*\\}", "v23.0")
                .replaceAll("\\{[^}]*\\}", "0190c8a0-0000-7000-8000-000000000000");
        var request = HttpRequest.newBuilder(URI.create(Application.address() + path))
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private static String session(Role role) {
        try (var window = Browser.window(1440, false)) {
            Application.signIn(window, email(role));
            return cookies(window);
        }
    }

    private static String cookies(BrowserContext window) {
        return window.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /**
     * Goes there as a link does, within the page, and waits for what was not there before. From an error it goes as
     * somebody does who types the address, since the next error would be shown in the same place.
     */
    private static String look(Page page, String address) {
        if (address.isEmpty() || page.locator(".q-error-page").count() > 0) {
            page.navigate(Application.address() + "/" + address);
        } else {
            follow(page, address);
        }
        page.waitForSelector(
                ":is(.q-error-page, .q-view, .q-editor, #pushed, #refused):not([data-before])",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        var error = page.locator(".q-error-page");
        return error.count() == 0 ? "view" : error.getAttribute("data-kind");
    }

    private static void follow(Page page, String address) {
        page.evaluate("""
                address => {
                  for (const old of document.querySelectorAll('.q-error-page, .q-view, .q-editor, #pushed, #refused')) {
                    old.setAttribute('data-before', '');
                  }
                  history.pushState(null, '', '/' + address);
                  dispatchEvent(new PopStateEvent('popstate'));
                }""", address);
    }

    private static String email(Role role) {
        return (role == Role.OWNER ? "demo" : role.name().toLowerCase(Locale.ROOT)) + "@qliento.local";
    }

    private static Set<String> expectedViews() {
        var all = new TreeSet<>(VIEWS.keySet());
        all.add(DOOR);
        return all;
    }

    private static Map<String, RouteBaseData<?>> views() {
        var context = new VaadinServletContext(Application.bean(ServletContext.class));
        return ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .collect(Collectors.toMap(
                        route -> route.getTemplate(), route -> route, (first, second) -> first, TreeMap::new));
    }
}
