package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotedReasonTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number_paused",
                "no_usable_address",
                "tried_too_often",
                "channel_disconnected",
                "not_allowed_withdrawn"
            })
    void a_code_is_told_in_words_of_each_language(String code) {
        var reason = new NotedReason(code, null);

        assertThat(reason.code()).isEqualTo(code);
        assertThat(new String[] {reason.words(Locale.ENGLISH), reason.words(SPANISH), reason.words(PORTUGUESE)})
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).contains(" ").doesNotContain("_", "{"));
        assertThat(reason.words(Locale.JAPANESE)).isEqualTo(reason.words(Locale.ENGLISH));
    }

    @Test
    void a_paused_number_says_what_metas_error_means() {
        assertThat(new NotedReason("number_paused", 130429).words(Locale.ENGLISH))
                .startsWith("WhatsApp takes nothing from this number for now; it is tried again by itself. ")
                .doesNotContain("130429");
    }

    @Test
    void a_failure_is_told_with_the_place() {
        var reason = new NotedReason("IllegalStateException in flow fragile, block q", null);

        assertThat(reason.code()).isEqualTo("step_failed");
        assertThat(reason.words(Locale.ENGLISH))
                .isEqualTo("It failed in flow fragile, at block q (IllegalStateException)");
        assertThat(reason.words(SPANISH)).startsWith("Falló en el flujo fragile, en el bloque q");
        assertThat(new NotedReason("IllegalStateException in before the flow", null).words(PORTUGUESE))
                .startsWith("Falhou antes");
        assertThat(new NotedReason("IllegalStateException in flow a", null).words(Locale.ENGLISH))
                .isEqualTo("It failed in flow a (IllegalStateException)");
    }

    @Test
    void what_was_noted_in_words_stays_as_it_is() {
        var reason = new NotedReason("asks for no answer", null);

        assertThat(reason.code()).isNull();
        assertThat(reason.words(SPANISH)).isEqualTo("asks for no answer");
    }
}
