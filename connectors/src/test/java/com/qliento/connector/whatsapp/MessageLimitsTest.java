package com.qliento.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.LimitProblem.Kind;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {

    @Test
    void a_message_within_the_limits_is_left_as_it_is() {
        Buttons content = buttons(new Button("yes", "Yes"), new Button("no", "No"));

        assertThat(MessageLimits.check(content)).isEmpty();
        assertThat(MessageLimits.fit(content).content()).isSameAs(content);
    }

    @Test
    void exactly_the_limit_is_allowed_and_one_more_is_not() {
        assertThat(MessageLimits.check(new Text("x".repeat(4096)))).isEmpty();
        assertThat(MessageLimits.check(new Text("x".repeat(4097))))
                .containsExactly(new LimitProblem(Kind.TOO_LONG, "body", "text", 4096, 4097));
    }

    @Test
    void a_long_name_of_a_file_keeps_its_ending_and_a_caption_is_cut_as_a_text() {
        Fitted fitted = MessageLimits.fit(
                new Media(MediaKind.DOCUMENT, "1", null, "word ".repeat(300), "x".repeat(300) + ".pdf"));

        var media = (Media) fitted.content();
        assertThat(media.filename()).hasSize(240).endsWith("x.pdf");
        assertThat(media.caption()).hasSizeLessThanOrEqualTo(1024).endsWith("…");
        assertThat(fitted.cut()).hasSize(2);
    }

    @Test
    void media_without_a_file_is_missing_one() {
        assertThat(MessageLimits.check(new Media(MediaKind.IMAGE, " ", null, "Look", null)))
                .extracting(LimitProblem::kind)
                .containsExactly(Kind.MISSING);
    }

    @Test
    void an_emoji_counts_as_one_character() {
        assertThat(MessageLimits.check(buttons(new Button("a", "😀".repeat(20)))))
                .isEmpty();
    }

    @Test
    void a_long_text_is_cut_at_a_word_with_an_ellipsis() {
        Fitted fitted = MessageLimits.fit(buttons(new Button("a", "Talk to a human being please")));

        assertThat(fitted.content()).isEqualTo(buttons(new Button("a", "Talk to a human…")));
        assertThat(fitted.cut())
                .singleElement()
                .returns("buttons[0].title", LimitProblem::field)
                .returns(
                        "The title of button 1 had 28 characters and was shortened to at most 20.",
                        LimitProblem::repair);
    }

    @Test
    void a_text_without_spaces_is_cut_inside() {
        assertThat(titleOf(MessageLimits.fit(buttons(new Button("a", "預約明天下午三點鐘的牙醫門診請在這裡按一下好嗎謝謝")))))
                .hasSize(20)
                .endsWith("…");
    }

    @Test
    void what_is_one_sign_for_a_reader_is_never_torn() {
        String family = "👩‍👩‍👧‍👦";

        assertThat(titleOf(MessageLimits.fit(buttons(new Button("a", family.repeat(4))))))
                .isEqualTo(family.repeat(2) + "…");
        assertThat(titleOf(MessageLimits.fit(buttons(new Button("a", "e\u0301".repeat(20))))))
                .isEqualTo("e\u0301".repeat(9) + "…");
    }

    @Test
    void a_fourth_button_is_left_out_and_reported() {
        Fitted fitted = MessageLimits.fit(buttons(button(1), button(2), button(3), button(4)));

        assertThat(fitted.content()).isEqualTo(buttons(button(1), button(2), button(3)));
        assertThat(fitted.cut())
                .extracting(LimitProblem::repair)
                .containsExactly("There were 4 buttons; only the first 3 were kept.");
    }

    @Test
    void of_two_buttons_with_the_same_title_the_first_is_kept() {
        Fitted fitted = MessageLimits.fit(buttons(new Button("1", "Yes"), new Button("2", "Yes "), button(3)));

        assertThat(fitted.content()).isEqualTo(buttons(new Button("1", "Yes"), button(3)));
        assertThat(fitted.cut()).extracting(LimitProblem::kind).containsExactly(Kind.DUPLICATE);
    }

    @Test
    void titles_that_become_equal_by_cutting_stay_apart() {
        Buttons content = buttons(
                new Button("1", "Appointment on Monday morning"),
                new Button("2", "Appointment on Monday evening"),
                new Button("3", "Appointment on…"));

        var fitted = (Buttons) MessageLimits.fit(content).content();

        assertThat(fitted.buttons())
                .extracting(Button::title)
                .containsExactly("Appointment on… 2", "Appointment on… 3", "Appointment on…");
    }

    @Test
    void rows_that_become_equal_by_cutting_stay_apart_over_all_sections() {
        var long1 = new Row("1", "Appointment on Monday morning", null);
        var long2 = new Row("2", "Appointment on Monday evening", null);
        var menu = new ListMenu(
                "Which?",
                null,
                null,
                "Choose",
                List.of(new Section("A", List.of(long1)), new Section("B", List.of(long2))));

        var fitted = (ListMenu) MessageLimits.fit(menu).content();

        assertThat(fitted.sections())
                .flatExtracting(Section::rows)
                .extracting(Row::title)
                .containsExactly("Appointment on Monday…", "Appointment on Monday… 2");
    }

    @Test
    void rows_that_have_one_title_by_intent_keep_it() {
        var menu = new ListMenu(
                "Which?",
                null,
                null,
                "Choose",
                List.of(new Section(null, List.of(new Row("1", "Table", "inside"), new Row("2", "Table", "outside")))));

        assertThat(MessageLimits.fit(menu).content()).isEqualTo(menu);
    }

    @Test
    void an_id_is_cut_without_an_ellipsis() {
        var fitted = (Buttons)
                MessageLimits.fit(buttons(new Button("i".repeat(300), "Yes"))).content();

        assertThat(fitted.buttons()).extracting(Button::id).containsExactly("i".repeat(256));
    }

    @Test
    void a_list_keeps_its_first_ten_rows_over_all_sections() {
        ListMenu menu = menu(section("a", 0, 6), section("b", 6, 6), section("c", 12, 2));

        Fitted fitted = MessageLimits.fit(menu);

        assertThat(fitted.content()).isEqualTo(menu(section("a", 0, 6), section("b", 6, 4)));
        assertThat(fitted.cut())
                .extracting(LimitProblem::repair)
                .containsExactly("There were 14 rows; only the first 10 were kept.");
    }

    @Test
    void a_section_without_rows_is_left_out_and_reported() {
        Fitted fitted = MessageLimits.fit(menu(section("a", 0, 1), section("b", 0, 0)));

        assertThat(fitted.content()).isEqualTo(menu(section("a", 0, 1)));
        assertThat(fitted.cut())
                .extracting(LimitProblem::repair)
                .containsExactly("Section 2 had no rows and was left out.");
    }

    @Test
    void two_sections_need_titles_and_one_does_not() {
        assertThat(MessageLimits.check(menu(section(null, 0, 1)))).isEmpty();
        assertThat(MessageLimits.check(menu(section("a", 0, 1), section(null, 1, 1))))
                .extracting(LimitProblem::sentence)
                .containsExactly("The title of section 2 must not be empty.");
    }

    @Test
    void the_rows_of_a_section_without_a_title_go_to_the_one_beside_it() {
        assertThat(MessageLimits.fit(menu(section("a", 0, 1), section(null, 1, 1)))
                        .content())
                .isEqualTo(menu(section("a", 0, 2)));
        assertThat(MessageLimits.fit(menu(section(null, 0, 1), section(" ", 1, 1), section("b", 2, 1)))
                        .content())
                .isEqualTo(menu(section("b", 0, 3)));
    }

    @Test
    void a_choice_that_is_empty_is_left_out_and_reported() {
        Fitted fitted = MessageLimits.fit(buttons(new Button("1", " "), new Button("2", "\u00a0\u200b"), button(3)));

        assertThat(fitted.content()).isEqualTo(buttons(button(3)));
        assertThat(fitted.cut())
                .extracting(LimitProblem::repair)
                .first()
                .isEqualTo("The title of button 1 was empty, so it was left out: WhatsApp shows no empty choice.");
        assertThat(MessageLimits.fit(
                                menu(new Section(null, List.of(new Row("1", "", null), new Row("2", "Two", null)))))
                        .content())
                .isEqualTo(menu(new Section(null, List.of(new Row("2", "Two", null)))));
    }

    @Test
    void a_question_whose_choices_are_all_empty_is_asked_as_a_text() {
        assertThat(MessageLimits.fit(buttons(new Button("1", ""))).content()).isEqualTo(new Text("body"));
        assertThat(MessageLimits.fit(menu(new Section("a", List.of(new Row("1", "", null)))))
                        .content())
                .isEqualTo(new Text("body"));
    }

    @Test
    void an_empty_question_with_choices_is_asked_by_its_choices() {
        var content = new Buttons(" ", null, null, List.of(new Button("1", "Yes"), new Button("2", "No")));

        Fitted fitted = MessageLimits.fit(content);

        assertThat(((Buttons) fitted.content()).body()).isEqualTo("Yes · No");
        assertThat(MessageLimits.check(fitted.content())).isEmpty();
        assertThat(fitted.cut()).extracting(LimitProblem::kind).containsExactly(Kind.EMPTY_PART);
    }

    @Test
    void a_list_whose_button_says_nothing_can_be_opened() {
        var menu = new ListMenu("body", null, null, "", List.of(section("a", 0, 4)));

        assertThat(MessageLimits.check(MessageLimits.fit(menu).content())).isEmpty();
    }

    @Test
    void an_empty_text_cannot_be_repaired() {
        Fitted fitted = MessageLimits.fit(new Text("  "));

        assertThat(fitted.cut()).isEmpty();
        assertThat(MessageLimits.check(fitted.content()))
                .extracting(LimitProblem::sentence)
                .containsExactly("The text must not be empty.");
    }

    private static String titleOf(Fitted fitted) {
        return ((Buttons) fitted.content()).buttons().get(0).title();
    }

    private static Buttons buttons(Button... buttons) {
        return new Buttons("body", null, null, List.of(buttons));
    }

    private static Button button(int n) {
        return new Button("id" + n, "title" + n);
    }

    private static ListMenu menu(Section... sections) {
        return new ListMenu("body", null, null, "open", List.of(sections));
    }

    private static Section section(@Nullable String title, int from, int count) {
        return new Section(
                title,
                IntStream.range(from, from + count)
                        .mapToObj(i -> new Row("id" + i, "row " + i, null))
                        .toList());
    }
}
