package com.qliento.scene;

import com.qliento.connector.whatsapp.webhook.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A running Qliento with the demo organisation, whose messages go to a {@link GraphSink}. Started once and shared: tests
 * play customers with numbers of their own ({@link #newCustomer}).
 */
public final class Scene implements AutoCloseable {

    /** Settings of a scene: how it differs from the usual one. */
    public record Setup(String database, Map<String, String> settings) {

        public static Setup usual() {
            return new Setup(ScenePostgres.newDatabase(), Map.of());
        }

        public Setup with(String name, String value) {
            var more = new HashMap<>(settings);
            more.put(name, value);
            return new Setup(database, more);
        }
    }

    /** The application as tests start it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "com.qliento",
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = FromTests.class))
    static class Application {

        @Bean
        @Primary
        SceneClock sceneClock() {
            return new SceneClock();
        }

        @Bean
        SharedStatements sharedStatements() {
            return new SharedStatements();
        }

        /** As the product's, with the least work: tests sign in so often that hashing took a third of their time. */
        @Bean
        @Primary
        PasswordEncoder quickPasswords() {
            return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
        }
    }

    private static final AtomicLong NUMBERS = new AtomicLong(34_600_000_000L);
    private static final List<Scene> LASTING = new ArrayList<>();
    private static @Nullable Scene shared;
    private static @Nullable Described described;

    private final ConfigurableApplicationContext application;
    private final GraphSink sink;
    private final HttpClient http = HttpClient.newHttpClient();

    private Scene(Setup setup, GraphSink sink, Class<?>... more) {
        this.sink = sink;
        var arguments = new ArrayList<String>();
        var settings = defaults(setup, sink);
        settings.putAll(setup.settings());
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        SpringApplication springApplication = new SpringApplicationBuilder(Application.class)
                .sources(more)
                .logStartupInfo(false)
                .build();
        application = springApplication.run(arguments.toArray(String[]::new));
    }

    private static Map<String, String> defaults(Setup setup, GraphSink sink) {
        try {
            var directory = Files.createTempDirectory("qliento-scene");
            var defaults = new LinkedHashMap<String, String>();
            defaults.put("spring.config.import", "classpath:flow-engine.yaml");
            defaults.put("spring.main.banner-mode", "off");
            defaults.put("spring.datasource.url", setup.database());
            defaults.put("spring.datasource.username", "postgres");
            defaults.put("qliento.data-dir", directory.toString());
            defaults.put(
                    "qliento.vault.root-keyset",
                    System.getProperty("java.io.tmpdir") + "/qliento-scene-keys-"
                            + ProcessHandle.current().pid() + "-"
                            + setup.database().replaceFirst(".*/", "") + ".json");
            defaults.put("qliento.demo.enabled", "true");
            defaults.put("qliento.whatsapp.graph-url", sink.url());
            defaults.put("qliento.whatsapp.pair-limit", "false");
            defaults.put("qliento.whatsapp.rate-per-number", "0");
            defaults.put("server.address", "127.0.0.1");
            defaults.put("server.port", "0");
            // What a test left hanging on purpose is nobody's to wait for, half a minute long.
            defaults.put("server.shutdown", "immediate");
            defaults.put("camunda.bpm.job-execution.enabled", "false");
            // Tests sweep when they want to.
            defaults.put("qliento.retention.sweep", "30d");
            defaults.put("qliento.erasure.sweep", "30d");
            defaults.put("logging.level.root", "warn");
            return defaults;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The scene that all tests share which need nothing special. */
    public static synchronized Scene shared() {
        var scene = shared;
        if (scene == null) {
            scene = start(Setup.usual());
            shared = scene;
        }
        scene.sink.reset();
        scene.engineHasOurTime();
        return scene;
    }

    /** Closes this scene, which several tests share, after the last test. */
    public static synchronized void closesLast(Scene scene) {
        LASTING.add(scene);
    }

    static synchronized void closeShared() {
        LASTING.forEach(Scene::close);
        LASTING.clear();
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** A scene of one's own, to be closed. */
    public static Scene start(Setup setup) {
        return new Scene(setup, new GraphSink());
    }

    /** A scene of one's own with these beans besides the application's, to be closed. */
    public static Scene startWith(Setup setup, Class<?>... more) {
        return new Scene(setup, new GraphSink(), more);
    }

    /** A second node (or the next start) on the same database, sending to the same sink. */
    public static Scene beside(Scene other, Setup setup, Class<?>... more) {
        return new Scene(setup, other.sink, more);
    }

    public GraphSink sink() {
        return sink;
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(application.getBeansOfType(type).values());
    }

    /** Adds a part that only a test has to the application; those that ask for all of its type find it from now on. */
    public void adds(String name, Object bean) {
        application.getBeanFactory().registerSingleton(name, bean);
    }

    /** A bean of the application by its name. */
    public Object bean(String name) {
        return application.getBean(name);
    }

    /** SQL as the superuser would never do: as the application, so row-level security binds. */
    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    /** A number nobody has used before. */
    public static String newCustomer() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    /** A body with one text message, as Meta sends it. */
    public String textMessage(String phone, String text) {
        return textMessage(phone, "wamid." + UUID.randomUUID(), text);
    }

    /** The same with a message id of one's own. */
    public String textMessage(String phone, String messageId, String text) {
        return Webhooks.text(clock().instant(), phone, messageId, text);
    }

    /** Posts a body signed with the demo's app secret; the HTTP status. */
    public int post(String body) {
        return post(
                body, Signature.sign(body.getBytes(StandardCharsets.UTF_8), Signature.secretBytes("demo-app-secret")));
    }

    /** Posts a body with this signature; the HTTP status. */
    public int post(String body, String signature) {
        var request = HttpRequest.newBuilder(URI.create(url() + "/webhooks/whatsapp"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request).statusCode();
    }

    /** The customer writes; returns when the webhook is answered 200. */
    public void says(String phone, String text) {
        int status = post(textMessage(phone, text));
        if (status != 200) {
            throw new AssertionError("webhook answered " + status);
        }
    }

    /** Waits until the customer has got so many messages in all, and gives their texts. */
    public List<String> hears(String phone, int count) {
        Awaitility.await("messages to the customer")
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> sink.to(phone).size() >= count);
        return sink.texts(phone);
    }

    /** A REST call as the demo organisation. */
    public HttpResponse<String> call(String method, String path, String body) {
        return send(request(method, path, body, "application/json").build());
    }

    /** A REST call to be completed by the test. */
    public HttpRequest.Builder request(String method, String path, String body, String type) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer demo-api-key")
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest request) {
        engineHasOurTime();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (request.uri().getPath().startsWith("/api/v1/")) {
                described().hold(request.method(), request.uri().getPath(), answer);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the interface says of itself; each answer of it is held against this. */
    public Described described() {
        synchronized (Scene.class) {
            var known = described;
            if (known == null) {
                known = new Described(call("GET", "/api/openapi.json", "").body());
                described = known;
            }
            return known;
        }
    }

    /** Publishes a flow for the demo organisation. */
    public void publish(String key, String bpmn) {
        var drafted = send(request("POST", "/api/v1/flows?key=" + key, bpmn, "application/xml")
                .build());
        if (drafted.statusCode() != 201) {
            throw new AssertionError(drafted.body());
        }
        var published = call("POST", "/api/v1/flows/" + key + "/publish", "");
        if (published.statusCode() != 200) {
            throw new AssertionError(published.body());
        }
    }

    public Clock clock() {
        return bean(SceneClock.class);
    }

    /** Moves the time on, fires the flows' timers that are due then, and wakes what waits for time. */
    public void passes(Duration duration) {
        var clock = bean(SceneClock.class);
        clock.move(duration);
        engineHasOurTime();
        var management = bean(ManagementService.class);
        for (var job : management.createJobQuery().active().executable().list()) {
            management.executeJob(job.getId());
        }
    }

    /** The engine has one clock for all that run in a process: another scene may have moved it, days ahead of this one's. */
    private void engineHasOurTime() {
        ClockUtil.offset(bean(SceneClock.class).ahead().toMillis());
    }

    @Override
    public void close() {
        application.close();
    }
}
