package com.qliento.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** People who said something, and erasures of them. */
final class ErasureFixture {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    static final Duration LONG = Duration.ofSeconds(20);

    final Scene scene;
    final Erasures erasures;
    final Actor asks = new Actor("an officer", DEMO, Role.COMPLIANCE);
    final Actor approves = new Actor("another officer", DEMO, Role.COMPLIANCE);
    private final ErasureSweep sweep;

    ErasureFixture(Scene scene) {
        this.scene = scene;
        this.erasures = scene.bean(Erasures.class);
        this.sweep = scene.bean(ErasureSweep.class);
    }

    /** Somebody who told the flow this, and whom it asks more. */
    String talked(String said) {
        var customer = Scene.newCustomer();
        new FlowText("tell" + customer, "tell" + customer)
                .asks("ask", "name", "story", "question", "Tell me", "category", "other", "purpose", "service")
                .says("thanks", "Thank you")
                .asks("more", "name", "more", "question", "More?", "category", "other", "purpose", "service")
                .ends()
                .publish(scene);
        scene.says(customer, "tell" + customer);
        scene.hears(customer, 1);
        scene.says(customer, said);
        scene.hears(customer, 3);
        return customer;
    }

    ContactId contact(String customer) {
        return new ContactId(UUID.fromString(new Rest(scene).contact(customer)));
    }

    static Family family(ContactId contact) {
        return new Family(DEMO, List.of(new SubjectId(contact.value())));
    }

    /** All that is kept of them, as it would be told to them. */
    List<String> kept(ContactId contact) {
        var all = new ArrayList<String>();
        scene.bean(KeptOfPerson.class)
                .export(family(contact), one -> all.add(one.kind() + one.id() + one.at() + one.values()));
        return all;
    }

    List<String> kinds(ContactId contact) {
        var all = new ArrayList<String>();
        scene.bean(KeptOfPerson.class).export(family(contact), (PersonalRecord one) -> all.add(one.kind()));
        return all;
    }

    /** How many rows there are of them in all tables. */
    long rows(ContactId contact) {
        return scene.bean(KeptOfPerson.class).count(family(contact)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Asked for and approved. */
    UUID begun(ContactId contact) {
        var id = erasures.ask(asks, contact).id();
        assertThat(erasures.approve(approves, id).state()).isEqualTo(Erasure.State.RUNNING);
        return id;
    }

    /** Until it is at this step, and no further. */
    void goesTo(UUID id, Erasure.Step step) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (erasures.get(asks, id).step() != step) {
                var unused = scene.bean(ErasureSteps.class).run(work(id));
            }
            return erasures.get(asks, id).step() == step;
        });
    }

    /** Until keys are dead and rows are gone, then until the proof of it. */
    void isDone(UUID id) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
            sweep.sweep();
            return erasures.get(asks, id).rowsAt() != null;
        });
        scene.passes(ErasureSteps.CACHES);
        await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> {
            sweep.sweep();
            scene.passes(Duration.ofMillis(250));
            return erasures.get(asks, id).state() == Erasure.State.DONE;
        });
    }

    ErasureStore.Work work(UUID id) {
        return Objects.requireNonNull(scene.bean(OrganisationScope.class).in(DEMO, () -> scene.bean(ErasureStore.class)
                .claim(DEMO, id, 0, scene.clock().instant().plusSeconds(600))
                .orElseThrow()));
    }

    /** As the superuser, behind all policies. */
    int sql(String statement, Object... values) {
        return scene.bean(OrganisationScope.class)
                .in(DEMO, () -> scene.jdbc().sql(statement).params(values).update());
    }
}
