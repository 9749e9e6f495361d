package com.qliento.tryout;

import static com.qliento.tryout.Drafts.ALEX;
import static com.qliento.tryout.Drafts.heard;
import static com.qliento.tryout.Drafts.notes;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.tryout.Line.Note.Kind;
import com.qliento.tryout.TryState.Status;
import org.junit.jupiter.api.Test;

/** A try hears taps, keywords and what is no text as a conversation does. */
class TryoutHearsTest {

    private final Scene scene = Scene.shared();
    private final Tryouts tryouts = scene.bean(Tryouts.class);

    private Tryout open(String key) {
        return tryouts.open(Drafts.builder(scene), key, ALEX);
    }

    @Test
    void a_keyword_of_another_flow_leaves_the_one_that_is_tried_and_an_option_of_that_name_does_not() {
        new FlowText("try-elsewhere", "elsewhere, latte").says("s", "x").ends().publish(scene);
        Drafts.save(
                scene,
                "try-leaving",
                new FlowText("try-leaving", "try-leaving")
                        .choice("q", "question", "Which?", "options", "Latte\nStop", "name", "c")
                        .asks("r", "question", "Then?", "name", "n")
                        .ends());
        try (var tryout = open("try-leaving")) {
            tryout.say("try-leaving");
            assertThat(heard(tryout.say("latte"))).containsExactly("Which?", "Then?");

            var left = tryout.say("Elsewhere");

            assertThat(notes(left)).containsExactly(Kind.LEFT);
            assertThat(left.status()).isEqualTo(Status.ENDED);
        }
    }

    @Test
    void a_second_tap_on_an_answered_question_is_told_so_and_uses_up_no_try() {
        Drafts.save(
                scene,
                "try-taps",
                new FlowText("try-taps", "try-taps")
                        .choice("q", "question", "One?", "options", "Yes\nStop", "name", "a")
                        .choice("r", "question", "Two?", "options", "Yes\nNo", "name", "b", "attempts", "1")
                        .says("got", "{{ a }} {{ b }}")
                        .ends());
        try (var tryout = open("try-taps")) {
            var first = offered(tryout.say("try-taps"), "Stop");
            tryout.tap(first, "Stop");

            var again = tryout.tap(first, "Stop");

            assertThat(again.status()).isEqualTo(Status.ASKING);
            assertThat(heard(again))
                    .last()
                    .asString()
                    .contains("answered already")
                    .endsWith("Two?");
            assertThat(heard(tryout.tap(offered(again, "No"), "No"))).last().isEqualTo("Stop No");
        }
    }

    @Test
    void a_file_without_a_word_is_no_answer() {
        Drafts.save(
                scene,
                "try-silent",
                new FlowText("try-silent", "try-silent")
                        .asks("q", "question", "Name?", "name", "n")
                        .says("got", "<{{ n }}>")
                        .ends());
        try (var tryout = open("try-silent")) {
            tryout.say("try-silent");

            assertThat(heard(tryout.media(MediaKind.IMAGE, "me.jpg")))
                    .last()
                    .asString()
                    .endsWith("Name?");
            assertThat(heard(tryout.say(" Ada\u00a0"))).last().isEqualTo("<Ada>");
        }
    }

    /** The id under which the newest message offers this title. */
    private static String offered(TryState state, String title) {
        String id = "";
        for (var line : state.chat()) {
            if (line instanceof Line.Said said) {
                id = said.content().accept(new Offered()).getOrDefault(title, id);
            }
        }
        return id;
    }
}
