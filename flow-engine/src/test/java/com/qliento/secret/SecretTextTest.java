package com.qliento.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.secret.SecretText.Part;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @Test
    void names_are_told_from_words() {
        var text = SecretText.of("Bearer {{ secret.crm }}, key={{secret.shop-2_a}} for {{ contact.name }}");

        assertThat(text.names()).containsExactly("crm", "shop-2_a");
        assertThat(text.parts())
                .containsExactly(
                        new Part("Bearer ", null),
                        new Part("{{ secret.crm }}", "crm"),
                        new Part(", key=", null),
                        new Part("{{secret.shop-2_a}}", "shop-2_a"),
                        new Part(" for {{ contact.name }}", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret.crm",
                "\\{{ secret.crm }}",
                "{{ \"{{ secret.crm }}\" }}",
                "{{ {a: secret.crm} }}",
                "{{ secret }}",
                "{{ secret.crm.token }}",
                "{{ secret.crm + 1 }}",
                "{{ secret.größe }}",
                "{{ secrets.crm }}",
                "{{ Secret.crm }}",
                "{{ secret.crm ",
                "{{ secret.crm }"
            })
    void what_only_looks_like_a_name_is_none(String written) {
        assertThat(SecretText.of(written).names()).isEmpty();
    }

    @Test
    void a_name_of_51_characters_is_none() {
        assertThat(SecretText.of("{{ secret." + "a".repeat(50) + " }}").names()).hasSize(1);
        assertThat(SecretText.of("{{ secret." + "a".repeat(51) + " }}").names()).isEmpty();
    }

    @Test
    void words_that_are_put_in_later_name_nothing() {
        var text = SecretText.of("{{ secret.crm }}: {{ answer }}").with(words -> ": {{ secret.other }}");

        assertThat(text.names()).containsExactly("crm");
        assertThat(SecretText.read(text.json()).names()).containsExactly("crm");
    }

    @Test
    void people_are_shown_dots() {
        assertThat(SecretText.of("Bearer {{ secret.crm }} for you").masked()).isEqualTo("Bearer •••• for you");
    }

    @Test
    void its_text_shows_names_and_no_words() {
        var text = SecretText.of("Ann's number {{ secret.crm }}");

        assertThat(text.toString() + text.parts()).contains("crm").doesNotContain("Ann");
    }

    @Property
    void what_is_written_comes_back_whatever_it_is(@ForAll String before, @ForAll String behind) {
        var written = before + "{{ secret.crm }}" + behind;
        var text = SecretText.of(written);

        assertThat(text.parts().stream().map(Part::words).toList())
                .satisfies(words -> assertThat(String.join("", words)).isEqualTo(written));
        assertThat(text.blanked()).hasSameSizeAs(written);
        assertThat(SecretText.read(text.json()).masked()).isEqualTo(text.masked());
    }

    @Test
    void a_text_without_a_part_is_kept_too() {
        assertThat(SecretText.read(new SecretText(List.of()).json()).parts()).isEmpty();
    }
}
