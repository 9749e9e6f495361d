package com.qliento.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Pairs of a keyword and what a phone's keyboard makes of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2764|\u2764\uFE0F",
                "\u26A1\uFE0F|\u26A1",
                "what's new|what\u2019s new",
                "say \"hi\"|say \u201Chi\u201D",
                "iptal|\u0130PTAL",
                "\u0131l\u0131k|ILIK",
                "men\u00FA|menu\u0301",
                "ok go|ok\u00A0go",
                "abc|\u200Eabc\u200F",
                "abc|a\u2060bc",
                "go-now|go\u2011now",
                "go-now|go\u2013now",
                "menu|Menu.",
                "menu|menu!",
                "menu|Menu \u2026",
                "hola|\u00A1Hola!",
                "stra\u00DFe|STRASSE",
                "2|\u0662",
                "2|\uFF12."
            })
    void what_phones_write_is_what_authors_wrote(String pair) {
        var both = pair.split("\\|", -1);

        assertThat(Keywords.normalise(both[1])).isEqualTo(Keywords.normalise(both[0]));
    }

    @Test
    void a_text_of_marks_alone_keeps_them() {
        assertThat(Keywords.normalise("?")).isEqualTo("?").isNotEqualTo(Keywords.normalise("!"));
    }

    @Test
    void flags_that_only_their_tags_tell_apart_stay_apart() {
        assertThat(Keywords.normalise(
                        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F"))
                .isNotEqualTo(Keywords.normalise("\uD83C\uDFF4"));
    }

    @Test
    void what_is_blank_goes_from_the_ends_only() {
        assertThat(Keywords.trimmed("\u00A0\u200B 38 kg\u3000\n")).isEqualTo("38 kg");
        assertThat(Keywords.trimmed(" \u200B\u3164\uFEFF")).isEmpty();
        assertThat(Keywords.trimmed("\u2764\uFE0F")).isEqualTo("\u2764\uFE0F");
    }

    @Property
    void normalising_twice_changes_nothing(@ForAll String text) {
        String once = Keywords.normalise(text);

        assertThat(Keywords.normalise(once)).isEqualTo(once);
    }
}
