package com.qliento.simulator.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.qliento.simulator.SimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every request to send a message that the collected examples hold is accepted, once its placeholders have values. */
class CorpusRequestsTest extends SimulatorTest {

    @Autowired
    private MediaShelf shelf;

    @Autowired
    private Templates templates;

    private static Optional<Path> corpora() {
        String named = System.getProperty("qliento.corpora");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpora"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private List<Path> requests() throws IOException {
        Optional<Path> folder = corpora().map(path -> path.resolve("whatsapp/requests"));
        assumeThat(folder)
                .as("the collected WhatsApp examples are not beside this repository")
                .isPresent();
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private boolean isSend(JsonNode body) {
        return body.path("messaging_product").asText().equals("whatsapp")
                && (body.has("to") || body.has("message_id"))
                && !body.has("action")
                && !body.at("/interactive/order_details").isObject();
    }

    @Test
    void every_example_of_a_send_is_accepted() throws Exception {
        var refused = new ArrayList<String>();
        int sent = 0;
        for (Path file : requests()) {
            JsonNode body = json.readTree(file.toFile());
            if (isSend(body)) {
                prepare((ObjectNode) body);
                Answer answer = send(json.writeValueAsString(body));
                sent++;
                if (answer.status() != 200) {
                    refused.add(file.getFileName() + ": " + answer.body());
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(sent).isGreaterThan(100);
    }

    /** Fills the placeholders: a receiver, links, uploaded media, the templates it names. */
    private void prepare(ObjectNode body) {
        if (body.has("to")) {
            body.put("to", somebody());
        }
        fill(body);
        JsonNode template = body.path("template");
        if (template.isObject()) {
            int values = 0;
            for (JsonNode part : template.path("components")) {
                values += part.path("type").asText().equals("body")
                        ? part.path("parameters").size()
                        : 0;
            }
            templates.add(
                    template.path("name").asText(),
                    template.path("language").path("code").asText(),
                    "UTILITY",
                    List.of(new Templates.Part("BODY", null, "{{1}} ".repeat(values), null)));
        }
    }

    private void fill(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (List.of("link", "url").contains(field.getKey())
                        && field.getValue().isTextual()) {
                    field.setValue(TextNode.valueOf("https://files.example/one"));
                }
            }
            for (String kind : List.of("image", "video", "audio", "document", "sticker")) {
                if (object.path(kind).has("id")) {
                    ((ObjectNode) object.path(kind))
                            .put("id", shelf.put("image/png", new byte[] {1}).id());
                }
            }
        }
        node.forEach(this::fill);
    }
}
