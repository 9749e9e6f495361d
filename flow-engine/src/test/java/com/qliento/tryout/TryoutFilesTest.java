package com.qliento.tryout;

import static com.qliento.tryout.Drafts.ALEX;
import static com.qliento.tryout.Drafts.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who the customer of a try is, and what files they send. */
class TryoutFilesTest {

    private final Scene scene = Scene.shared();
    private final Tryouts tryouts = scene.bean(Tryouts.class);

    private Tryout open(String key) {
        return tryouts.open(Drafts.builder(scene), key, ALEX);
    }

    @Test
    void the_customers_language_is_what_the_flow_reads() {
        Drafts.save(
                scene,
                "try-language",
                new FlowText("try-language", "try-language")
                        .says("hello", "{{ if contact.language = \"es\" then \"Hola\" else \"Hello\" }}")
                        .ends());
        try (var tryout = open("try-language")) {
            assertThat(heard(tryout.say("try-language"))).containsExactly("Hello");

            tryout.playAs(Persona.samples().get(1));

            assertThat(heard(tryout.say("try-language"))).containsExactly("Hola");
        }
        assertThatThrownBy(() -> new Persona("Ana", "12025550101", "<script>")).isInstanceOf(Problem.class);
    }

    @Test
    void a_file_that_is_attached_is_seen_in_the_chat_until_the_try_is_over() {
        Drafts.save(scene, "try-file", Drafts.coffee("try-file"));
        var tryout = open("try-file");
        var picture = png(100);
        tryout.say("try-file");

        var state = tryout.attach("C:\\photos\\cat.png", picture);

        assertThat(heard(state)).last().asString().contains("only words").endsWith("Please pick one.");
        var line = state.chat().stream()
                .filter(one -> one instanceof Line.Wrote wrote && wrote.file() != null)
                .map(Line.Wrote.class::cast)
                .findFirst()
                .orElseThrow();
        var file = Objects.requireNonNull(line.file());
        assertThat(line.text()).isEqualTo("cat.png");
        assertThat(line.media()).isEqualTo(MediaKind.IMAGE);
        assertThat(tryout.attached(file).orElseThrow().bytes()).isEqualTo(picture);
        assertThat(Cases.steps(state.chat()))
                .anySatisfy(step -> assertThat(step.media()).isEqualTo("image"));
        tryout.close();
        assertThat(tryout.attached(file)).isEmpty();
    }

    @Test
    void what_no_phone_sends_is_refused_and_only_the_latest_files_are_kept() {
        Drafts.save(scene, "try-files", Drafts.coffee("try-files"));
        try (var tryout = open("try-files")) {
            assertThatThrownBy(() -> tryout.attach("cat.png", "<svg/onload=x>".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> tryout.attach("large.png", png(Attachments.LARGEST + 1)))
                    .isInstanceOf(Problem.class);

            tryout.attach("first.png", png(Attachments.LARGEST));
            tryout.attach("second.png", png(Attachments.LARGEST - 1));
            var state = tryout.attach("third.png", png(Attachments.LARGEST - 2));

            var files = state.chat().stream()
                    .filter(one -> one instanceof Line.Wrote)
                    .map(one -> ((Line.Wrote) one).file())
                    .toList();
            assertThat(files).hasSize(3);
            assertThat(tryout.attached(files.get(0))).isEmpty();
            assertThat(tryout.attached(files.get(1))).isPresent();
            assertThat(tryout.attached(files.get(2))).isPresent();
        }
    }

    private static byte[] png(int bytes) {
        return Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}, bytes);
    }
}
