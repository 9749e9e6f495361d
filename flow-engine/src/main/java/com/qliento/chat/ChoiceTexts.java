package com.qliento.chat;

import com.qliento.block.Choice;
import com.qliento.block.Keywords;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockParameters;
import com.qliento.rules.feel.TextTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Choices of a message with their texts compiled: shown as buttons or as a list. */
record ChoiceTexts(List<Entry> entries) {

    /** At the end of a title that was too long. */
    private static final String CUT = "…";

    record Entry(String id, TextTemplate title, @Nullable TextTemplate description) {

        String title(Map<String, Object> values) {
            return title.render(values);
        }

        OutboundContent.ListMenu.Row row(Map<String, Object> values) {
            var text = description == null ? "" : description.render(values);
            return new OutboundContent.ListMenu.Row(id, title(values), text.isBlank() ? null : text);
        }
    }

    static ChoiceTexts of(BlockParameters parameters, List<Choice> choices) {
        return new ChoiceTexts(choices.stream()
                .map(choice -> new Entry(
                        choice.id(),
                        parameters.compile(choice.title()),
                        choice.description().isEmpty() ? null : parameters.compile(choice.description())))
                .toList());
    }

    OutboundContent asButtons(String body, Frame frame, Map<String, Object> values) {
        return new OutboundContent.Buttons(
                body,
                frame.header(values),
                frame.footer(values),
                entries.stream()
                        .map(entry -> new OutboundContent.Buttons.Button(entry.id(), entry.title(values)))
                        .toList());
    }

    List<OutboundContent.ListMenu.Row> rows(Map<String, Object> values) {
        return entries.stream().map(entry -> entry.row(values)).toList();
    }

    /** Whether a customer who saw this title saw the whole one, or what a message has room for. */
    static boolean shows(String whole, String seen) {
        int end = seen.length() - CUT.length();
        return Keywords.normalise(whole).equals(Keywords.normalise(seen))
                || (seen.endsWith(CUT)
                        && whole.startsWith(seen.substring(0, end).strip()));
    }

    /** The choice with this id. */
    Optional<Entry> withId(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
