package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first messages of one new person come to two nodes at once. */
class FirstMessagesTest {

    private static Scene scene;
    private static Scene other;

    @BeforeAll
    static void two_nodes() {
        var setup = Scene.Setup.usual();
        scene = Scene.start(setup);
        other = Scene.beside(scene, setup);
    }

    @AfterAll
    static void away() {
        other.close();
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "true,true,true,true",
        "true,false,true,true",
        "true,true,true,false",
        "false,true,true,true",
        "true,true,false,true"
    })
    void they_make_one_contact(boolean phoneHere, boolean idHere, boolean phoneThere, boolean idThere)
            throws Exception {
        var number = Scene.newCustomer();
        var here = new Identities(phoneHere ? number : null, idHere ? "DE.x" + number : null, null, "Ana");
        var there = new Identities(phoneThere ? number : null, idThere ? "DE.x" + number : null, null, "Ana");
        var begun = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);

        var first = CompletableFuture.supplyAsync(() -> resolve(scene, here, begun, mayCommit));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(
                () -> resolve(other, there, new CountDownLatch(1), new CountDownLatch(0)));
        Awaitility.await().until(() -> waitsForARow() || second.isDone());
        mayCommit.countDown();

        assertThat(now(first)).isEqualTo(now(second));
        assertThat(contacts(number)).isEqualTo(1);
    }

    private static ContactId resolve(Scene node, Identities sender, CountDownLatch begun, CountDownLatch mayCommit) {
        var channel = channel(node);
        return node.bean(OrganisationScope.class).in(channel.organisation(), () -> {
            var found = node.bean(Contacts.class)
                    .resolve(channel, List.of(sender), node.clock().instant())
                    .get(0)
                    .orElseThrow();
            begun.countDown();
            try {
                assertThat(mayCommit.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return found;
        });
    }

    private static Channel channel(Scene node) {
        return node.bean(Channels.class).withNumber("106540352242922").orElseThrow();
    }

    private static boolean waitsForARow() {
        return scene.jdbc()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static ContactId now(CompletableFuture<ContactId> found) throws InterruptedException, ExecutionException {
        var contact = found.get();
        return scene.bean(OrganisationScope.class)
                .in(
                        channel(scene).organisation(),
                        () -> scene.bean(ContactStore.class).stays(contact).orElseThrow());
    }

    /** Contacts that one of the two identities leads to, and that nothing else was merged into. */
    private static long contacts(String number) {
        var channel = channel(scene);
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene
                .bean(Contacts.class)
                .resolve(
                        channel,
                        List.of(
                                new Identities(number, null, null, null),
                                new Identities(null, "DE.x" + number, null, null)),
                        scene.clock().instant())
                .stream()
                .distinct()
                .count());
    }
}
