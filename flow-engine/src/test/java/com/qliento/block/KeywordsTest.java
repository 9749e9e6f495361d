package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    @Test
    void capital_letters_spaces_and_widths_make_no_difference() {
        assertThat(Keywords.normalise("  ＭＥＮＵ\u00a0 please\u200b ")).isEqualTo("menu please");
    }

    @Test
    void accents_make_a_difference_but_not_how_they_are_encoded() {
        assertThat(Keywords.normalise("Ola\u0301")).isEqualTo("olá").isNotEqualTo("ola");
    }

    @Test
    void a_turkish_machine_lowers_letters_like_any_other() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));

            assertThat(Keywords.normalise("INFO")).isEqualTo("info");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_list_is_separated_by_commas_and_lines_and_says_each_keyword_once() {
        assertThat(Keywords.parse("Menu, prices\r\n MENU ,,\n talk to us"))
                .containsExactly("menu", "prices", "talk to us");
    }

    @Property
    void normalising_twice_changes_nothing(@ForAll String text) {
        String once = Keywords.normalise(text);

        assertThat(Keywords.normalise(once)).isEqualTo(once);
    }
}
