package com.qliento.erasure;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import com.qliento.vault.Place;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** How long it takes to erase somebody with 10,000 messages: {@code java ... ErasureSpeed}. Prints milliseconds. */
final class ErasureSpeed {

    private static final int MESSAGES = 10_000;

    private ErasureSpeed() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var scene = Scene.start(Scene.Setup.usual())) {
            var people = new ErasureFixture(scene);
            for (int round = 0; round < 5; round++) {
                out.println(measured(scene, people) + " ms until keys are dead and rows are gone");
            }
        }
        System.exit(0);
    }

    private static long measured(Scene scene, ErasureFixture people) {
        var contact = people.contact(people.talked("much"));
        scene.bean(OrganisationScope.class).run(ErasureFixture.DEMO, () -> fill(scene, contact.value()));
        var id = people.begun(contact);
        long began = System.nanoTime();
        people.goesTo(id, Erasure.Step.CHECK);
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        if (people.rows(contact) > 0) {
            throw new IllegalStateException("something is left");
        }
        return took;
    }

    private static void fill(Scene scene, UUID contact) {
        var now = scene.clock().instant();
        var vault = scene.bean(Vault.class);
        for (int i = 0; i < MESSAGES; i++) {
            var id = TimeOrderedId.at(now);
            boolean in = i % 2 == 0;
            var table = in ? "inbox_message" : "outbox_message";
            var sealed = vault.seal(
                            ErasureFixture.DEMO,
                            new SubjectId(contact),
                            new Place(table, "content", id),
                            now,
                            ("{\"text\":\"message number " + i + ", as long as messages usually are\"}")
                                    .getBytes(StandardCharsets.UTF_8))
                    .bytes();
            scene.jdbc()
                    .sql(
                            in
                                    ? "INSERT INTO inbox_message (day, id, organisation_id, channel_id, contact_id, dedupe, kind, content,"
                                            + " recorded_at) SELECT now()::date, ?, organisation_id, channel_id, id, uuid_send(?), 'text', ?,"
                                            + " now() FROM contact WHERE id = ?"
                                    : "INSERT INTO outbox_message (day, id, organisation_id, channel_id, contact_id, message_key, content,"
                                            + " state, state_at, recorded_at) SELECT now()::date, ?, organisation_id, channel_id, id,"
                                            + " uuid_send(?), ?, 'sent', now(), now() FROM contact WHERE id = ?")
                    .params(id, id, sealed, contact)
                    .update();
        }
    }
}
