package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.contact.ContactBook.How;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People are found, and what colleagues noted of them goes with them. */
class ContactBookTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final ContactBook book = scene.bean(ContactBook.class);
    private final Actor agent = new Actor("an agent", DEMO, Role.AGENT);
    private final String phone = Scene.newCustomer();

    @Test
    void a_person_is_found_by_their_number_however_it_is_written_by_part_of_their_name_and_by_their_id() {
        var name = "Zoë Quírós " + phone;
        var id = wrote(name);

        for (var written :
                List.of(phone, "+" + phone, "00" + phone, "+" + phone.substring(0, 2) + " " + phone.substring(2))) {
            var found = book.search(agent, written);
            assertThat(found.how()).isEqualTo(How.NUMBER);
            assertThat(found.people()).extracting(ContactSummary::name).containsExactly(name);
        }
        var named = book.search(agent, "zoe QUIROS " + phone);
        assertThat(named.how()).isIn(How.NAME, How.SOME_NAMES);
        assertThat(named.people()).extracting(ContactSummary::id).containsExactly(id);
        assertThat(named.looked()).isPositive();
        assertThat(book.search(agent, id.toString()).people()).hasSize(1);
        assertThat(book.search(agent, UUID.randomUUID().toString()).people()).isEmpty();
        assertThat(book.search(agent, "nobody is called so").people()).isEmpty();
        assertThat(book.slice(agent, new Slice(0, 1)))
                .extracting(ContactSummary::id)
                .containsExactly(id);
        assertThat(book.count(agent)).isPositive();
    }

    @Test
    void nobody_elses_people_are_found() {
        var id = wrote("Ana " + phone);
        var other = new Actor("somebody", OtherOrganisation.in(scene).id(), Role.OWNER);

        for (var words : List.of(phone, "Ana " + phone, id.toString())) {
            assertThat(book.search(other, words).people()).isEmpty();
        }
        assertThatThrownBy(() -> book.get(other, new ContactId(id))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> book.note(other, new ContactId(id), ContactNotes.NONE))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_is_noted_lies_sealed_is_handed_out_with_them_and_flows_know_their_language() {
        var contact = new ContactId(wrote("Ana"));
        book.note(agent, contact, new ContactNotes("pt-BR", List.of("vip", "vip", "press"), "CANARY: calls at noon"));

        var known = book.get(agent, contact);
        assertThat(known.notes())
                .isEqualTo(new ContactNotes("pt-BR", List.of("vip", "press"), "CANARY: calls at noon"));
        assertThat(known.channel()).isNotEmpty();
        var lies = scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT notes FROM contact WHERE id = ?")
                .param(contact.value())
                .query((row, n) -> row.getBytes(1))
                .single());
        assertThat(new String(lies, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "vip");
        var handedOut = new ArrayList<PersonalRecord>();
        scene.bean(ContactPersonalData.class).export(new Family(DEMO, List.of(contact.subject())), handedOut::add);
        assertThat(handedOut.get(0).values().toString()).contains("CANARY", "vip", "pt-BR");
        new FlowText("tongue" + phone, "tongue" + phone)
                .says("said", "You speak {{ contact.language }}")
                .ends()
                .publish(scene);
        scene.says(phone, "tongue" + phone);
        await().until(() -> scene.sink().texts(phone).contains("You speak pt-BR"));
    }

    @Test
    void what_cant_be_noted_is_refused_by_its_field() {
        var contact = new ContactId(wrote("Ana"));

        assertThat(List.of(
                        field(contact, new ContactNotes("the best", List.of(), "")),
                        field(contact, new ContactNotes(null, List.of("x".repeat(41)), "")),
                        field(contact, new ContactNotes(null, List.of(), "x".repeat(2001)))))
                .containsExactly("language", "contactTags", "notes");
    }

    private String field(ContactId contact, ContactNotes notes) {
        try {
            book.note(agent, contact, notes);
            return "";
        } catch (Problem refused) {
            return String.valueOf(refused.more().get("field"));
        }
    }

    /** Somebody of this name wrote; their id. */
    private UUID wrote(String name) {
        ObjectNode message = Webhooks.message(scene.clock().instant(), phone, "wamid." + UUID.randomUUID(), "hello");
        var body = Webhooks.body(List.of(message));
        scene.post(body.replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"" + name + "\""));
        await().until(() -> !new Rest(scene).contact(phone).isEmpty());
        return UUID.fromString(new Rest(scene).contact(phone));
    }
}
