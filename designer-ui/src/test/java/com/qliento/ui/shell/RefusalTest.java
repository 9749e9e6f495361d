package com.qliento.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final Words words = new Words();

    @Test
    void a_refusal_is_said_in_the_language_of_the_screen() {
        var running = new ProblemType(ProblemKind.CONFLICT, "flow-running", "Conversations are in this flow")
                .because("3 conversations are in it.")
                .with("now", 3L);

        assertThat(said(running, SPANISH)).startsWith("3 conversaciones están en este flujo.");
        assertThat(said(running, Locale.ENGLISH)).startsWith("3 conversations are in this flow.");
    }

    @Test
    void a_field_that_can_not_be_used_is_told_with_its_limit() {
        var tooLong = Problem.invalid("name", "A flow's name has 1 to 200 characters.")
                .with("most", 200);

        assertThat(said(tooLong, Locale.forLanguageTag("pt"))).isEqualTo("Um nome tem de 1 a 200 caracteres.");
    }

    @Test
    void what_no_screen_knows_is_said_as_the_engine_says_it() {
        var unknown =
                new ProblemType(ProblemKind.CONFLICT, "quite-new", "Quite new").because("Something new was refused.");
        var otherField = Problem.invalid("cursor", "This cursor is of another list.");

        assertThat(said(unknown, SPANISH)).isEqualTo("Something new was refused.");
        assertThat(said(otherField, SPANISH)).isEqualTo("This cursor is of another list.");
    }

    private String said(Problem refused, Locale locale) {
        return Refusal.words((key, values) -> words.getTranslation(key, locale, values), refused);
    }
}
