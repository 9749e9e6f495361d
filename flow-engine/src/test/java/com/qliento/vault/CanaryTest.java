package com.qliento.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.GraphSink;
import com.qliento.scene.LogFile;
import com.qliento.scene.Scene;
import com.qliento.scene.ScenePostgres;
import com.qliento.scene.Webhooks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a customer says, and who they are, is nowhere to be read but through the vault. */
class CanaryTest {

    private static final String TEXT = "CanaryInText7731";
    private static final String NAME = "CanaryInName7732";
    private static final String ANSWER = "CanaryInAnswer7733";
    private static final String PARKED = "CanaryInParked7734";
    private static final String PHONE = "34699773577";
    private static final String MESSAGE_ID = "wamid.CanaryInMessageId7736";
    private static final List<String> CANARIES = List.of(TEXT, NAME, ANSWER, PARKED, PHONE, MESSAGE_ID);

    @Test
    void no_table_and_no_log_holds_what_a_customer_said_or_who_it_was(@TempDir Path directory) throws Exception {
        var log = directory.resolve("qliento.log");
        var setup = Scene.Setup.usual().with("logging.level.root", "info").with("logging.level.com.qliento", "trace");

        try (var scene = Scene.start(setup);
                var file = new LogFile(log)) {
            file.says("everything is logged");
            scene.publish("echo", echo());
            converse(scene);

            var leaks = new Leaks(CANARIES);
            try (var main = DriverManager.getConnection(setup.database(), "postgres", "");
                    var keys = DriverManager.getConnection(setup.database() + "_keys", "postgres", "")) {
                assertThat(leaks.in(main)).isEmpty();
                assertThat(leaks.in(keys)).isEmpty();
            }
            scene.close();
            assertThat(Files.readString(log)).contains("everything is logged");
            assertThat(leaks.in(Files.readString(log))).isEmpty();
        }
    }

    @Test
    void the_scan_finds_what_is_not_sealed() throws Exception {
        var database = ScenePostgres.newDatabase();

        try (var connection = DriverManager.getConnection(database, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain AS SELECT 'so " + TEXT.toUpperCase(Locale.ROOT)
                    + "' AS text, "
                    + "convert_to('x" + NAME + "', 'UTF8') AS bytes, encode(convert_to('xy" + ANSWER
                    + "', 'UTF8'), 'base64') AS base64, encode('" + PARKED + "', 'hex') AS hex, "
                    + "ARRAY['" + PHONE + "'] AS list, jsonb_build_object('id', '" + MESSAGE_ID + "') AS object");

            assertThat(new Leaks(CANARIES).in(connection))
                    .contains(
                            "public.plain.text: canary 0",
                            "public.plain.bytes: canary 1",
                            "public.plain.base64: canary 2",
                            "public.plain.hex: canary 3",
                            "public.plain.list: canary 4",
                            "public.plain.object: canary 5");
        }
    }

    /** Plants each canary, lets WhatsApp refuse one message, and leaves the flow waiting with an answer kept. */
    private static void converse(Scene scene) {
        says(scene, "wamid.1", "echo");
        scene.hears(PHONE, 1);
        says(scene, MESSAGE_ID, ANSWER);
        assertThat(scene.hears(PHONE, 2)).last().asString().contains(ANSWER);

        scene.sink().answers(message -> GraphSink.Answer.refused(400, 131026));
        says(scene, "wamid.2", PARKED);
        until(scene, 3);
        scene.sink().answers(message -> GraphSink.Answer.accepted());

        assertThat(scene.post(Webhooks.status(scene.clock().instant(), MESSAGE_ID, "read", "")
                        .replace("34600000000", PHONE)))
                .isEqualTo(200);
        says(scene, "wamid.3", TEXT);
        scene.hears(PHONE, 3);
        settled(scene);
        assertThat(scene.call("GET", "/api/v1/messages", "").body()).contains(TEXT, ANSWER, PARKED);
        assertThat(scene.call("GET", "/api/v1/contacts", "").body()).contains(NAME, PHONE);
    }

    private static void says(Scene scene, String id, String text) {
        var body = Webhooks.text(scene.clock().instant(), PHONE, id + UUID.randomUUID(), text)
                .replace("\"Customer\"", "\"" + NAME + "\"");
        assertThat(scene.post(body)).isEqualTo(200);
    }

    private static void until(Scene scene, int calls) {
        Awaitility.await().until(() -> scene.sink().calls().size() >= calls);
    }

    private static void settled(Scene scene) {
        Awaitility.await()
                .until(() -> scene.jdbc()
                                .sql(
                                        "SELECT (SELECT pending FROM inbox_figures()) + (SELECT queued + sending FROM outbox_figures())")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static String echo() throws Exception {
        try (var file = Objects.requireNonNull(CanaryTest.class.getResourceAsStream("/flows/echo.bpmn"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
