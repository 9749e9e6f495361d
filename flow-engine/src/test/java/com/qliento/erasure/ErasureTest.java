package com.qliento.erasure;

import static com.qliento.erasure.ErasureFixture.DEMO;
import static com.qliento.erasure.ErasureFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qliento.access.AccessPackages;
import com.qliento.contact.ContactId;
import com.qliento.database.NodeConnection;
import com.qliento.problem.Problem;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** A person erased: by two, in steps that may break off anywhere, and nobody else with them. */
class ErasureTest {

    private final Scene scene = Scene.shared();
    private final ErasureFixture people = new ErasureFixture(scene);
    private final Erasures erasures = people.erasures;

    @Test
    void an_erased_person_is_gone_from_every_table_and_nobody_else_loses_anything() {
        var other = people.contact(people.talked("of somebody else"));
        var phone = people.talked("to be forgotten");
        var contact = people.contact(phone);
        var othersKept = people.kept(other);
        assertThat(people.rows(contact)).isGreaterThan(5);

        var id = people.begun(contact);
        people.isDone(id);

        assertThat(people.rows(contact)).isZero();
        assertThat(people.kept(contact)).isEmpty();
        assertThat(scene.call("GET", "/api/v1/contacts/" + contact, "").statusCode())
                .isEqualTo(404);
        assertThat(scene.bean(Vault.class).erased(DEMO, Set.of(new SubjectId(contact.value()))))
                .hasSize(1);
        assertThat(people.kept(other)).isEqualTo(othersKept).isNotEmpty();
        assertThat(erasures.get(people.asks, id).contact()).isNull();
    }

    @Test
    void nobody_erases_alone() {
        var contact = people.contact(people.talked("alone"));

        var id = erasures.ask(people.asks, contact).id();

        assertThatThrownBy(() -> erasures.approve(people.asks, id)).hasMessageContaining("Ask a colleague");
        assertThatThrownBy(() -> people.sql(
                        "UPDATE erasure SET state = 'running', approved_by = asked_by, due_at = now() WHERE id = ?",
                        id))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("erasure_four_eyes");
        assertThatThrownBy(() -> people.sql("UPDATE erasure SET state = 'running', due_at = now() WHERE id = ?", id))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("erasure_approved");
        assertThat(people.kept(contact)).isNotEmpty();
        erasures.withdraw(people.asks, id);
        assertThatThrownBy(() -> erasures.approve(people.approves, id)).hasMessageContaining("how far");
    }

    @Test
    void what_is_asked_of_nobody_or_twice_or_too_late_is_refused() {
        var contact = people.contact(people.talked("refused"));
        var asked = erasures.ask(people.asks, contact).id();

        assertThatThrownBy(() -> erasures.ask(people.approves, contact))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.more())
                        .containsEntry("erasure", asked.toString()));
        assertThatThrownBy(() -> erasures.ask(people.asks, new ContactId(UUID.randomUUID())))
                .hasMessageContaining("There is no contact");
        erasures.approve(people.approves, asked);
        assertThatThrownBy(() -> erasures.withdraw(people.asks, asked)).hasMessageContaining("can't be brought back");
        people.isDone(asked);
        assertThatThrownBy(() -> erasures.ask(people.asks, contact)).hasMessageContaining("There is no contact");
    }

    @Test
    void once_begun_no_package_is_made_no_flow_begins_and_what_waits_is_not_sent() {
        var phone = people.talked("busy");
        var contact = people.contact(phone);
        var id = people.begun(contact);

        people.goesTo(id, Erasure.Step.NODES);

        assertThatThrownBy(() -> scene.bean(AccessPackages.class).ask(people.asks, contact, Locale.ENGLISH))
                .hasMessageContaining("There is no contact");
        assertThat(begin("\"contact\":\"" + contact + "\"").statusCode()).isEqualTo(404);
        assertThat(new Rest(scene).contact(phone)).isEmpty();
        people.isDone(id);
        assertThat(begin("\"phone\":\"" + phone + "\"").body()).contains("number-erased", "when they write first");
    }

    private HttpResponse<String> begin(String whom) {
        var any = people.talked("of another flow");
        return scene.call("POST", "/api/v1/flows/tell" + any + "/start", "{" + whom + "}");
    }

    @Test
    void who_writes_again_is_somebody_new_and_what_they_wrote_before_stays_unknown() {
        var phone = people.talked("the first life");
        var contact = people.contact(phone);
        var before = scene.clock().instant();
        var beforeId = "wamid." + UUID.randomUUID();
        scene.passes(Duration.ofSeconds(1));
        people.isDone(people.begun(contact));

        scene.post(Webhooks.text(before, phone, beforeId, "comes late"));
        assertThat(new Rest(scene).contact(phone)).isEmpty();
        scene.says(phone, "tell" + phone);
        scene.hears(phone, 4);
        var again = people.contact(phone);
        scene.post(Webhooks.text(before, phone, beforeId, "comes later still"));

        assertThat(again).isNotEqualTo(contact);
        await().during(Duration.ofMillis(200)).atMost(LONG).until(() -> people.kept(again).stream()
                .noneMatch(text -> text.contains("comes late") || text.contains("first life")));
        assertThat(people.rows(contact)).isZero();
    }

    /** As when the process ends after a step and before it is noted. */
    @ParameterizedTest
    @EnumSource(Erasure.Step.class)
    void a_crash_at_any_step_is_made_up_for(Erasure.Step step) {
        var contact = people.contact(people.talked("crash at " + step));
        var id = people.begun(contact);
        if (step.compareTo(Erasure.Step.CHECK) >= 0) {
            people.goesTo(id, Erasure.Step.CHECK);
            scene.passes(ErasureSteps.CACHES);
        }
        people.goesTo(id, step);

        var work = people.work(id);
        var unused = scene.bean(ErasureSteps.class).run(work);
        people.sql(
                "UPDATE erasure SET step = ?, node = 0, due_at = asked_at WHERE id = ? AND state = 'running'",
                step.word(),
                id);
        people.isDone(id);

        assertThat(people.rows(contact)).isZero();
        assertThat(scene.bean(Certificates.class).of(people.asks, id)).hasSize(1);
    }

    @Test
    void a_node_that_could_not_even_say_so_goes_on_with_what_it_had() {
        var mine = people.begun(people.contact(people.talked("left by this node")));
        people.sql(
                "UPDATE erasure SET node = ? WHERE id = ?",
                scene.bean(NodeConnection.class).node(),
                mine);
        var sweep = scene.bean(ErasureWork.class);

        assertThat(sweep.due(1000)).extracting(ErasureStore.Due::id).contains(mine);
        people.isDone(mine);
    }

    @Test
    void whoever_came_back_with_a_backup_is_erased_again_and_nobody_is_asked() {
        var contact = people.contact(people.talked("from a backup"));
        var subject = new SubjectId(contact.value());
        assertThat(scene.bean(Vault.class).destroySubject(DEMO, subject)).isTrue();

        scene.bean(ErasedAgain.class).wereErased(DEMO, List.of(subject, SubjectId.random()));
        var id = erasures.page(people.asks, null, 1).get(0).id();
        people.isDone(id);

        assertThat(people.rows(contact)).isZero();
        assertThat(erasures.get(people.asks, id)).returns(true, Erasure::again).returns(null, Erasure::approvedBy);
    }
}
