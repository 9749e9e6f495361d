package com.qliento.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;

/** Every sample's script is played as written, through the real client and the simulated WhatsApp. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesPlayedTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    @SuppressWarnings("NullAway.Init") // started before any test
    private Scene scene;

    @BeforeAll
    void start() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        scene = Scene.start(Scene.Setup.usual()
                .with("server.port", Integer.toString(port))
                .with("qliento.whatsapp.graph-url", "http://127.0.0.1:" + port + "/simulator/graph"));
    }

    @AfterAll
    void stop() {
        scene.close();
    }

    @TestFactory
    Stream<DynamicTest> the_conversation_of_each_sample_goes_as_written() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            var all = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(all).isNotEmpty();
            return all.stream()
                    .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> play(folder)));
        }
    }

    private void play(Path folder) throws IOException {
        Map<String, Object> script = new Yaml().load(Files.readString(folder.resolve("script.yaml")));
        var name = String.valueOf(script.getOrDefault("customer", "Sam"));
        var phone = new SamplePhone(scene, Scene.newCustomer(), name);

        @SuppressWarnings("unchecked")
        var steps = (List<Map<String, Object>>) Objects.requireNonNull(script.get("steps"));
        for (var step : steps) {
            assertThat(step).as("a step does one thing").hasSize(1);
            step.forEach((what, value) -> step(phone, what, String.valueOf(value)));
        }

        assertThat(phone.unread()).as("messages nobody expected").isZero();
    }

    private void step(SamplePhone phone, String what, String value) {
        switch (what) {
            case "says" -> {
                nothingLeftOver(phone);
                phone.writes(value);
            }
            case "taps" -> {
                nothingLeftOver(phone);
                phone.taps(value);
            }
            case "clock" -> {
                nothingLeftOver(phone);
                scene.passes(Duration.parse(value));
            }
            case "expects" -> assertThat(phone.reads()).contains(value);
            case "silent" -> nothingLeftOver(phone);
            case "ends" -> assertThat(phone.free()).as("the flow has ended").isTrue();
            default -> throw new AssertionError("a step is not understood: " + what);
        }
    }

    private static void nothingLeftOver(SamplePhone phone) {
        assertThat(phone.unread()).as("messages nobody expected").isZero();
    }
}
