package com.qliento.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Plays each sample's script as a customer on the simulated phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayedSamplesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    private @Nullable Scene scene;

    /** The client has to know where the simulator is before it starts, so the port is chosen here. */
    @BeforeAll
    void start() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        scene = Scene.start(Scene.Setup.usual()
                .with("server.port", Integer.toString(port))
                .with("qliento.whatsapp.graph-url", "http://127.0.0.1:" + port + "/simulator/graph"));
    }

    @AfterAll
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        var started = Objects.requireNonNull(scene);
        return SamplesTest.samples()
                .map(key -> DynamicTest.dynamicTest(
                        "the_conversation_of_" + key + "_goes_as_written", () -> play(started, key)));
    }

    private static void play(Scene scene, String key) {
        var script = Script.read(text(key));
        assertThat(script.flow()).isEqualTo(key);
        Stream.concat(script.needs().stream(), Stream.of(key)).forEach(needed -> isPublished(scene, needed));
        var chat = new Chat(scene, Scene.newCustomer(), script.customer(), key);

        script.steps().forEach(step -> step.play(chat));

        chat.nothingLeftOver();
    }

    private static void isPublished(Scene scene, String key) {
        assertThat(scene.call("GET", "/api/v1/flows/" + key, "").body()).contains("\"liveVersion\":");
    }

    private static String text(String key) {
        try {
            return Files.readString(SAMPLES.resolve(key).resolve("script.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
