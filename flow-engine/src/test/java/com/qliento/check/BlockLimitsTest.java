package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.block.Choices;
import com.qliento.block.Parameter;
import com.qliento.chat.ChatSet;
import com.qliento.connector.whatsapp.MessageLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the texts of the blocks may be, held to what WhatsApp takes. */
class BlockLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "text, text, " + MessageLimits.TEXT_BODY,
        "ask-text, question, " + MessageLimits.TEXT_BODY,
        "ask-text, retry, " + MessageLimits.TEXT_BODY,
        "buttons, text, " + MessageLimits.INTERACTIVE_BODY,
        "buttons, header, " + MessageLimits.HEADER,
        "buttons, footer, " + MessageLimits.FOOTER,
        "buttons, button1, " + MessageLimits.BUTTON_TITLE,
        "buttons, button2, " + MessageLimits.BUTTON_TITLE,
        "buttons, button3, " + MessageLimits.BUTTON_TITLE,
        "list, text, " + MessageLimits.INTERACTIVE_BODY,
        "list, header, " + MessageLimits.HEADER,
        "list, footer, " + MessageLimits.FOOTER,
        "list, button, " + MessageLimits.LIST_LABEL,
        "image, caption, " + MessageLimits.CAPTION,
        "video, caption, " + MessageLimits.CAPTION,
        "document, caption, " + MessageLimits.CAPTION,
        "document, filename, " + MessageLimits.FILENAME,
        "ask-choice, question, " + MessageLimits.INTERACTIVE_BODY,
        "ask-choice, retry, " + MessageLimits.INTERACTIVE_BODY,
        "ask-choice, button, " + MessageLimits.LIST_LABEL
    })
    void a_parameter_is_as_long_as_whatsapp_allows(String block, String parameter, int limit) {
        assertThat(ChatSet.blocks()
                        .find(block)
                        .flatMap(found -> found.parameter(parameter))
                        .map(Parameter::max))
                .contains(limit);
    }

    @Test
    void there_are_as_many_buttons_and_rows_as_whatsapp_allows() {
        assertThat(Choices.MOST_BUTTONS).isEqualTo(MessageLimits.BUTTONS);
        assertThat(Choices.MOST_ROWS).isEqualTo(MessageLimits.ROWS);
    }
}
