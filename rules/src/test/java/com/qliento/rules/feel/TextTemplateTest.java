package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTemplateTest {

    private final Expressions expressions = new Expressions();

    private String rendered(String text, Map<String, ?> values) {
        return TextTemplate.compile(expressions, text).render(values);
    }

    @Test
    void values_stand_where_their_expressions_stood() {
        var text = rendered(
                "Hi {{ contact.name }}, {{count}} of {{ count + 1 }}!",
                Map.of("contact", Map.of("name", "Ann"), "count", new BigDecimal("2.50")));

        assertThat(text).isEqualTo("Hi Ann, 2.5 of 3.5!");
    }

    @Test
    void what_a_customer_typed_is_never_read_as_an_expression() {
        var text = rendered(
                "You wrote {{ answer }}",
                Map.of("answer", "{{ contact.phone }} ${1+1}", "contact", Map.of("phone", "123")));

        assertThat(text).isEqualTo("You wrote {{ contact.phone }} ${1+1}");
    }

    @Test
    void values_are_shown_as_people_write_them() {
        assertThat(rendered("{{ a }}", Map.of("a", new BigDecimal("100")))).isEqualTo("100");
        assertThat(rendered("{{ a }}", Map.of("a", new BigDecimal("0.00")))).isEqualTo("0");
        assertThat(rendered("{{ a }}", Map.of("a", List.of("x", "y")))).isEqualTo("x, y");
        assertThat(rendered("{{ a }}", Map.of("a", LocalDate.of(2026, 5, 8)))).isEqualTo("2026-05-08");
        assertThat(rendered("<{{ missing }}>", Map.of())).isEqualTo("<>");
        assertThat(rendered("{{ {x: 1}.x }}", Map.of())).isEqualTo("1");
        assertThat(rendered("{{ \"}}\" }}", Map.of())).isEqualTo("}}");
    }

    @Test
    void braces_can_be_shown() {
        assertThat(rendered("write \\{{ name }}", Map.of("name", "x"))).isEqualTo("write {{ name }}");
    }

    @Test
    void what_is_not_closed_or_empty_is_refused_with_its_place() {
        assertThatThrownBy(() -> TextTemplate.compile(expressions, "line\nHi {{ name"))
                .isInstanceOfSatisfying(InvalidExpression.class, invalid -> {
                    assertThat(invalid.problem().line()).isEqualTo(2);
                    assertThat(invalid.problem().column()).isEqualTo(4);
                });
        assertThatThrownBy(() -> TextTemplate.compile(expressions, "Hi {{ }}")).hasMessageContaining("nothing between");
        assertThatThrownBy(() -> TextTemplate.compile(expressions, "{{ answer.class }}"))
                .isInstanceOf(InvalidExpression.class);
    }

    @Test
    void a_text_tells_its_names_and_how_long_it_is_at_least() {
        var text = TextTemplate.compile(expressions, "Hi {{ contact.name }}{{ x }}!");

        assertThat(text.names()).containsExactlyInAnyOrder("contact", "x");
        assertThat(text.constantLength()).isEqualTo(4);
        assertThat(text.constant()).isFalse();
    }

    @Property
    void a_text_without_braces_stays_as_it_is(@ForAll String text) {
        Assume.that(!text.contains("{{"));

        assertThat(rendered(text, Map.of())).isEqualTo(text);
    }
}
