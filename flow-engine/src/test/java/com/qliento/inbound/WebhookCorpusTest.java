package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.webhook.DeliveryState;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.connector.whatsapp.webhook.WebhookBody;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Webhooks that others published; read where they are, never part of the repository. */
class WebhookCorpusTest {

    private static final String NUMBER = "106540352242922";

    private final Scene scene = Scene.shared();

    @Test
    void every_published_webhook_is_understood_or_kept_as_not_handled() throws IOException {
        for (Path file : files()) {
            var body =
                    Files.readString(file).replaceAll("(\"phone_number_id\":\\s*)\"[^\"]*\"", "$1\"" + NUMBER + "\"");
            var updates = updates(body);

            int status = scene.post(body);

            var name = file.getFileName().toString();
            assertThat(status).as(name).isEqualTo(updates == null ? 400 : 200);
            if (updates != null) {
                assertThat(updates).as(name).allSatisfy(update -> assertThat(isKept(update))
                        .isTrue());
            }
        }
    }

    private static @Nullable List<Update> updates(String body) {
        try {
            return WebhookBody.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedWebhook malformed) {
            return null;
        }
    }

    /** Delivery statuses are applied to what was sent and not kept; all else is in the inbox. */
    private boolean isKept(Update update) {
        return update.match(
                message -> NUMBER.equals(message.phoneNumberId())
                        ? isStored(index("wamid", message.messageId()))
                        : isStored(index("update", raw(update))),
                status -> status.state() != DeliveryState.WARNING || isStored(index("update", raw(update))),
                other -> isStored(index("update", raw(update))));
    }

    private static String raw(Update update) {
        return new String(update.raw(), StandardCharsets.UTF_8);
    }

    private BlindIndex index(String kind, String value) {
        var demo = scene.bean(Channels.class).withNumber(NUMBER).orElseThrow();
        return scene.bean(Vault.class).index(demo.organisation(), kind, value);
    }

    private boolean isStored(BlindIndex dedupe) {
        var demo = scene.bean(Channels.class).withNumber(NUMBER).orElseThrow();
        return scene.bean(OrganisationScope.class).in(demo.organisation(), () -> scene.jdbc()
                .sql("SELECT count(*) = 1 FROM inbox_message WHERE dedupe = ?")
                .param(dedupe.bytes())
                .query(Boolean.class)
                .single());
    }

    private static List<Path> files() throws IOException {
        var root = root();
        assumeTrue(root != null, "needs the corpora beside the repository, or -Dqliento.corpora");
        try (var all = Files.walk(Objects.requireNonNull(root))) {
            return all.filter(file -> file.toString().matches(".*\\.(json|txt)"))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Path root() {
        @Nullable String told = System.getProperty("qliento.corpora");
        if (told != null) {
            return existing(Path.of(told));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var found = existing(at.resolve("shared").resolve("corpora"));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path corpora) {
        var webhooks = corpora.resolve("whatsapp").resolve("webhooks");
        return Files.isDirectory(webhooks) ? webhooks : null;
    }
}
