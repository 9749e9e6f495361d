package com.qliento.rectification;

import static com.qliento.rectification.RectificationFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.consent.Permit;
import com.qliento.consent.PersonLimits;
import com.qliento.contact.ContactId;
import com.qliento.contact.Person;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rectification.Rectification.State;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalRecord;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of somebody and is not right: disputed, corrected where it is kept, or left with a note. */
class RectificationTest {

    private final Scene scene = Scene.shared();
    private final RectificationFixture people = new RectificationFixture(scene);
    private final PersonLimits limits = scene.bean(PersonLimits.class);

    @Test
    void a_corrected_name_stays_whatever_whatsapp_says_of_them() {
        var phone = people.talked("hello", "1");
        var contact = people.contact(phone);
        var before = people.person(contact).name();

        var asked = people.asked(contact, "name", null, "Ada Lovelace");
        assertThat(asked).returns(before, Rectification::before).returns(State.ASKED, Rectification::state);
        assertThat(people.decided(asked, true).state()).isEqualTo(State.APPLIED);
        scene.says(phone, "again");
        scene.hears(phone, 3);

        assertThat(people.person(contact).name()).isEqualTo("Ada Lovelace").isNotEqualTo(before);
    }

    @Test
    void while_it_is_open_their_data_is_not_used_and_afterwards_only_that_ends() {
        var contact = people.contact(people.talked("hello", "1"));
        var asked = people.asked(contact, "name", null, "Grace");
        assertThat(people.mayI(contact)).isEqualTo(Permit.RESTRICTED);
        limits.unrestrict(people.officer, contact, "Nothing of the officer's own restricts");
        assertThat(people.mayI(contact)).isEqualTo(Permit.RESTRICTED);

        var own = limits.restrict(people.officer, contact, "For another reason");
        people.decided(asked, false);

        assertThat(own.id()).isNotEqualTo(asked.restriction());
        assertThat(people.mayI(contact)).isEqualTo(Permit.RESTRICTED);
        limits.unrestrict(people.officer, contact, "That too is over");
        assertThat(people.mayI(contact)).isEqualTo(Permit.ALLOWED);
    }

    @Test
    void a_corrected_number_leads_to_them_and_the_wrong_one_to_nobody() {
        var wrong = people.talked("hello", "1");
        var right = Scene.newCustomer();
        var contact = people.contact(wrong);

        people.decided(people.asked(contact, "phone", null, "+" + right), true);

        assertThat(new Rest(scene).contact(right)).isEqualTo(contact.toString());
        assertThat(new Rest(scene).contact(wrong)).isEmpty();
        assertThat(people.person(contact).phone()).isEqualTo(right);
        scene.says(right, "it is me");
        assertThat(scene.hears(right, 1)).containsExactly("hello, 1");
        scene.says(wrong, "tell" + wrong);
        scene.hears(wrong, 3);
        assertThat(people.contact(wrong)).isNotEqualTo(contact);
    }

    @Test
    void a_number_that_leads_to_somebody_else_makes_nobody_one_and_tells_nothing_of_them() {
        var phone = people.talked("hello", "1");
        var contact = people.contact(phone);
        var others = people.talked("a secret of theirs", "1");
        var other = people.contact(others);
        var otherBefore = people.person(other);
        var asked = people.asked(contact, "phone", null, others);

        assertThatThrownBy(() -> people.decided(asked, true))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem)
                        .returns("rectification-anothers", Problem::code)
                        .returns(Map.of(), Problem::more))
                .hasMessageNotContainingAny(others, other.toString(), String.valueOf(otherBefore.name()));

        assertThat(people.rectifications.get(people.officer, asked.id()).state())
                .isEqualTo(State.ASKED);
        assertThat(people.person(other)).isEqualTo(otherBefore);
        assertThat(people.person(contact).phone()).isEqualTo(phone);
        assertThat(people.contact(others)).isEqualTo(other);
        assertThat(people.contact(phone)).isEqualTo(contact);
    }

    @Test
    void a_corrected_answer_is_what_the_flow_goes_on_with() {
        var phone = people.talked("I live in Lodnon", "date(\"2001-02-03\")");
        var contact = people.contact(phone);

        people.decided(people.asked(contact, "answer", "story", "I live in London"), true);
        people.decided(people.asked(contact, "answer", "worth", "2001-03-02"), true);
        scene.says(phone, "no more");

        assertThat(scene.hears(phone, 3)).last().isEqualTo("I live in London, 2001-03-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50 | twelve | 13.5",
                "true | yes | false",
                "date(\"2001-02-03\") | 2001-02-30 | 2001-03-02",
                "duration(\"P3D\") | three days | P4D",
                "[1, 2] | {} | [1,3]",
            })
    void an_answer_keeps_its_type(String value, String unfit, String fit) {
        var contact = people.contact(people.talked("hello", value));

        assertThatThrownBy(() -> people.asked(contact, "answer", "worth", unfit))
                .hasMessageContaining("of the kind that is kept");
        people.decided(people.asked(contact, "answer", "worth", fit), true);

        assertThatThrownBy(() -> people.asked(contact, "answer", "worth", fit)).hasMessageContaining("kept already");
        assertThatThrownBy(() -> people.asked(contact, "answer", "worth", unfit))
                .hasMessageContaining("of the kind that is kept");
    }

    @Test
    void what_was_written_meanwhile_is_not_overwritten() {
        var phone = people.talked("hello", "1");
        var contact = people.contact(phone);
        var one = people.asked(contact, "answer", "story", "good day");
        scene.bean(OrganisationScope.class).run(DEMO, () -> assertThat(scene.bean(WhereKept.class)
                        .rectify(
                                people.family(contact),
                                new PersonalCorrection(CheckedWish.field("answer", "story"), "hello", "good night")))
                .isEqualTo(PersonalCorrection.Outcome.DONE));

        assertThatThrownBy(() -> people.decided(one, true)).hasMessageContaining("Look again");

        assertThat(people.mayI(contact)).isEqualTo(Permit.RESTRICTED);
        assertThat(people.decided(one, false).state()).isEqualTo(State.REFUSED);
        assertThatThrownBy(() -> people.decided(one, true)).hasMessageContaining("how it was decided");
        assertThat(people.kept(contact, "answer"))
                .extracting(PersonalRecord::values)
                .anySatisfy(values -> assertThat(values.get("value")).isEqualTo("good night"));
    }

    @Test
    void a_refused_correction_stays_as_a_note_in_what_is_kept_of_them_and_goes_with_them() {
        var contact = people.contact(people.talked("hello", "1"));
        people.decided(people.asked(contact, "answer", "story", "good day"), false);
        var open = people.asked(contact, "name", null, "Grace");
        var data = scene.bean(RectificationPersonalData.class);
        var family = people.family(contact);

        assertThat(people.kept(contact, "rectification").get(0).values().toString())
                .contains("before=hello", "proposed=good day", "state=refused", "reason=Looked at");
        scene.bean(OrganisationScope.class).run(DEMO, () -> data.stop(family));
        assertThat(people.rectifications.get(people.officer, open.id()).state()).isEqualTo(State.ENDED);
        assertThatThrownBy(() -> people.decided(open, true)).hasMessageContaining("how it was decided");
        data.erase(family);
        assertThat(data.count(family)).containsOnly(Map.entry("rectification", 0L));
    }

    @Test
    void what_cant_be_asked_for_is_refused_in_a_sentence_and_nobody_is_restricted() {
        var phone = people.talked("hello", "1");
        var contact = people.contact(phone);
        var nobody = new ContactId(UUID.randomUUID());

        assertThatThrownBy(() -> people.asked(nobody, "name", null, "x")).hasMessageContaining("There is no contact");
        assertThatThrownBy(() -> people.asked(contact, "shoe", null, "x"))
                .hasMessageContaining("name, phone or answer");
        assertThatThrownBy(() -> people.asked(contact, "answer", null, "x")).hasMessageContaining("which answer");
        assertThatThrownBy(() -> people.asked(contact, "name", "x", "x")).hasMessageContaining("which answer");
        assertThatThrownBy(() -> people.asked(contact, "answer", "unsaid", "x")).hasMessageContaining("Nothing such");
        assertThatThrownBy(() -> people.asked(contact, "answer", "story", " ")).hasMessageContaining("in words");
        assertThatThrownBy(() -> people.asked(contact, "answer", "story", "hello"))
                .hasMessageContaining("kept already");
        assertThatThrownBy(() -> people.asked(contact, "phone", null, "0034")).hasMessageContaining("in digits alone");
        assertThat(people.mayI(contact)).isEqualTo(Permit.ALLOWED);

        var open = people.asked(contact, "name", null, "Grace");
        assertThatThrownBy(() -> people.asked(contact, "name", null, "Ada"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.more())
                        .containsEntry("rectification", open.id().toString()));
        assertThatThrownBy(() -> people.rectifications.decide(people.officer, open.id(), true, " "))
                .hasMessageContaining("in words");
    }

    @Test
    void nothing_personal_of_it_lies_unsealed() {
        var contact = people.contact(people.talked("hello", "1"));
        people.decided(people.asked(contact, "name", null, "Unmistakable Name"), true);

        assertThat(scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                        .sql("SELECT r::text FROM rectification r WHERE contact_id = ?")
                        .param(contact.value())
                        .query(String.class)
                        .single()))
                .doesNotContain("Unmistakable", "As they say", "Looked at", hex("Unmistakable"), hex("Looked at"));
        assertThat(people.person(contact))
                .isEqualTo(
                        new Person("Unmistakable Name", people.person(contact).phone(), null));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
