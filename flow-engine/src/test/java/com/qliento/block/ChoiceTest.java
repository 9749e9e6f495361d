package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void an_id_is_the_position_and_the_title_in_plain_letters() {
        assertThat(Choice.at(2, "Opening hours!", "").id()).isEqualTo("2-opening-hours");
        assertThat(Choice.at(1, "Café & Crème", "").id()).isEqualTo("1-cafe-creme");
        assertThat(Choice.at(3, "価格", "").id()).isEqualTo("3-価格");
        assertThat(Choice.at(4, "☕", "").id()).isEqualTo("4");
    }

    @Test
    void an_id_comes_from_the_title_as_written_so_values_do_not_change_it() {
        assertThat(Choice.at(1, "For {{ name }}", "").id()).isEqualTo("1-for-name");
    }

    @Property
    void an_id_always_fits_into_a_row_of_a_list(@ForAll String title) {
        assertThat(Choice.at(10, title, "").id().length()).isBetween(1, 200);
    }

    @Test
    void empty_buttons_are_left_out() {
        var buttons = List.of("Yes", "", "No");

        assertThat(Choices.ofTitles(buttons)).extracting(Choice::id).containsExactly("1-yes", "2-no");
    }

    @Test
    void rows_have_a_title_a_description_and_the_section_above_them() {
        ListRows rows = ListRows.parse("# Food\nCake | with cream\n\nBread\n# Drinks\nTea | hot | or cold");

        assertThat(rows.sections()).extracting(ListRows.Section::title).containsExactly("Food", "Drinks");
        assertThat(rows.rows())
                .containsExactly(
                        new Choice("1-cake", "Cake", "with cream"),
                        new Choice("2-bread", "Bread", ""),
                        new Choice("3-tea", "Tea", "hot | or cold"));
    }

    @Test
    void a_bar_inside_of_braces_belongs_to_the_expression() {
        assertThat(ListRows.parse("{{ \"a|b\" }} | c").rows())
                .extracting(Choice::title, Choice::description)
                .containsExactly(tuple("{{ \"a|b\" }}", "c"));
    }

    @Property
    void any_text_can_be_read_as_rows_with_positions_in_order(@ForAll String text) {
        List<Choice> rows = ListRows.parse(text).rows();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).id()).startsWith(Integer.toString(i + 1));
        }
    }
}
