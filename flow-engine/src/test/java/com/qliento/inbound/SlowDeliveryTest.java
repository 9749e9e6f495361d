package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.door.BytesInFlight;
import com.qliento.scene.Scene;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** A delivery has a time to arrive as a whole, however often something of it comes. */
@Timeout(60)
class SlowDeliveryTest {

    /** Less than the ten seconds of silence after which the server itself gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LENGTH = 100_000;

    private final Scene scene = Scene.shared();
    private final WebServer server = serverWith(Duration.ofMillis(200));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_delivery_that_takes_too_long_is_told_so_and_its_bytes_are_let_go() throws IOException {
        double before = inFlight();
        try (var socket = connect()) {
            begin(socket);

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 408").containsIgnoringCase("Connection: close");
        }
        Awaitility.await().untilAsserted(() -> assertThat(inFlight()).isLessThanOrEqualTo(before));
    }

    @Test
    void a_delivery_that_dribbles_is_not_waited_for_longer() throws IOException {
        try (var socket = connect()) {
            begin(socket);
            var answered = Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> dribbled(socket), available -> available > 0);

            var answer = new String(socket.getInputStream().readNBytes(answered), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
    }

    private static int dribbled(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        return socket.getInputStream().available();
    }

    private static void begin(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("POST " + DeliveryDoor.PATH + " HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256="
                                + "0".repeat(64) + "\r\nContent-Length: " + LENGTH + "\r\n\r\n{\"object\":\"")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private double inFlight() {
        return scene.bean(MeterRegistry.class)
                .get("qliento.bodies.in.flight.bytes")
                .gauge()
                .value();
    }

    /** A server as the application's own is, with a door that waits less long. */
    private WebServer serverWith(Duration timeToArrive) {
        var door = new DeliveryDoor(
                scene.bean(Intake.class),
                scene.bean(BytesInFlight.class),
                scene.bean(MeterRegistry.class),
                timeToArrive);
        var factory = new TomcatServletWebServerFactory(0);
        factory.setRegisterDefaultServlet(true);
        measures().forEach(measure -> measure.customize(factory));
        var started = factory.getWebServer(context -> {
            var registered = context.addFilter("door", door);
            registered.setAsyncSupported(true);
            registered.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, DeliveryDoor.PATH);
        });
        started.start();
        return started;
    }

    @SuppressWarnings("unchecked")
    private List<WebServerFactoryCustomizer<TomcatServletWebServerFactory>> measures() {
        return List.of((WebServerFactoryCustomizer<TomcatServletWebServerFactory>) scene.bean("measuredBodies"));
    }
}
