package com.qliento.check;

import com.qliento.block.Choice;
import com.qliento.block.Choices;
import com.qliento.block.ListRows;
import com.qliento.block.ListRows.Section;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.connector.whatsapp.MessageLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a message that WhatsApp has a limit for.
 *
 * @param what what it is, for the author
 * @param most characters WhatsApp takes
 * @param splits whether it can go on in another message
 * @param needed whether WhatsApp takes no message with it empty
 */
record MessagePart(Phrase what, String text, int most, boolean splits, boolean needed) {

    /** All texts of a block that have a limit. */
    static List<MessagePart> of(BlockNode block) {
        var parts = new ArrayList<MessagePart>();
        for (Parameter parameter : block.block().parameters()) {
            String value = block.value(parameter.name());
            if (parameter.kind() == ParameterKind.OPTIONS) {
                options(Choices.ofLines(value), parts);
            } else if (parameter.kind() == ParameterKind.ROWS) {
                rows(ListRows.parse(value), parts);
            } else if (parameter.kind().template() && parameter.max() > 0) {
                parts.add(new MessagePart(
                        Sentences.label(block.block(), parameter),
                        value,
                        parameter.max(),
                        parameter.splits(),
                        parameter.filled()));
            }
        }
        return parts;
    }

    static Phrase quoted(String text) {
        return language -> "'" + Sentences.quote(text) + "'";
    }

    private static void options(List<Choice> options, List<MessagePart> parts) {
        boolean buttons = options.size() <= Choices.MOST_BUTTONS;
        int most = buttons ? MessageLimits.BUTTON_TITLE : MessageLimits.ROW_TITLE;
        options.forEach(option -> parts.add(part(quoted(option.title()), option.title(), most, true)));
    }

    private static void rows(ListRows list, List<MessagePart> parts) {
        for (Section section : list.sections()) {
            var title = Said.of("what.section", Sentences.quote(section.title()));
            parts.add(part(
                    title,
                    section.title(),
                    MessageLimits.SECTION_TITLE,
                    list.sections().size() > 1));
            for (Choice row : section.rows()) {
                parts.add(part(quoted(row.title()), row.title(), MessageLimits.ROW_TITLE, true));
                parts.add(part(
                        Said.of("what.description", quoted(row.title())),
                        row.description(),
                        MessageLimits.ROW_DESCRIPTION,
                        false));
            }
        }
    }

    private static MessagePart part(Phrase what, String text, int most, boolean needed) {
        return new MessagePart(what, text, most, false, needed);
    }

    @Override
    public String toString() {
        return "MessagePart";
    }
}
