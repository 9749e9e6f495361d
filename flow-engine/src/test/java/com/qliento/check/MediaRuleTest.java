package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowProblem;
import com.qliento.chat.ChatSet;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.media.MediaFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaRuleTest {

    private static final UUID PICTURE = UUID.randomUUID();
    private static final UUID LARGE = UUID.randomUUID();

    @Test
    void a_file_of_the_right_kind_and_size_is_fine() {
        assertThat(said("image", PICTURE.toString())).isEmpty();
    }

    @Test
    void a_file_that_is_too_big_is_named_with_both_sizes() {
        assertThat(said("image", LARGE.toString()))
                .singleElement()
                .asString()
                .contains("'wall.png', which has 9 MB; WhatsApp takes 5 MB");
    }

    @Test
    void a_file_of_another_kind_is_told_in_the_words_of_the_blocks() {
        assertThat(said("audio", PICTURE.toString()))
                .singleElement()
                .asString()
                .contains("'cat.png', which is a picture, not a sound");
    }

    @Test
    void a_caption_longer_than_whatsapp_allows_is_told() {
        var flow = Bpmn.around(
                Bpmn.block("sendTask", "x", "image", "file", PICTURE.toString(), "caption", "word ".repeat(206)));

        assertThat(check(flow)).extracting(FlowProblem::code).containsExactly("too-long");
    }

    private static List<String> said(String block, String file) {
        return check(Bpmn.around(Bpmn.block("sendTask", "x", block, "file", file))).stream()
                .map(FlowProblem::message)
                .toList();
    }

    private static List<FlowProblem> check(byte[] flow) {
        return ChatSet.check().check(flow, new WithFiles());
    }

    private record WithFiles() implements FlowEnvironment {

        @Override
        public String flowKey() {
            return "this";
        }

        @Override
        public boolean published(String flowKey) {
            return false;
        }

        @Override
        public Set<String> calls(String flowKey) {
            return Set.of();
        }

        @Override
        public Optional<MediaFacts> file(UUID id) {
            return id.equals(PICTURE)
                    ? Optional.of(picture(PICTURE, 1_000, "cat.png"))
                    : Optional.of(picture(LARGE, 9 << 20, "wall.png"));
        }

        private static MediaFacts picture(UUID id, int bytes, String name) {
            return new MediaFacts(id, MediaKind.IMAGE, "image/png", bytes, name, Instant.EPOCH);
        }
    }
}
