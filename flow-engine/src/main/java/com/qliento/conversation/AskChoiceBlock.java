package com.qliento.conversation;

import com.qliento.block.Choices;
import com.qliento.block.Keywords;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.rules.TextTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks to choose: up to three options are buttons, more are a list. Takes a tap, the option's text, or its number. */
@Component
class AskChoiceBlock implements BlockHandler {

    @Override
    public String block() {
        return "ask-choice";
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Ask(
                parameters,
                parameters.requiredTemplate("question"),
                parameters.template("retry"),
                parameters.requiredTemplate("button"),
                ChoiceTexts.of(parameters, Choices.ofLines(parameters.text("options"))));
    }

    private record Ask(
            BlockParameters parameters,
            TextTemplate question,
            @Nullable TextTemplate retry,
            TextTemplate button,
            ChoiceTexts options)
            implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            say(step, question);
            return Outcome.WAIT;
        }

        @Override
        public Outcome answered(Step step) {
            var values = step.values();
            var chosen = chosen(step, values);
            if (chosen != null) {
                step.answer(parameters, chosen.title(values));
                return Outcome.GO_ON;
            }
            if (step.wrongAnswer() >= parameters.number("attempts")) {
                return Outcome.NO_ANSWER;
            }
            say(step, retry != null && !retry.render(values).isBlank() ? retry : question);
            return Outcome.WAIT;
        }

        private ChoiceTexts.@Nullable Entry chosen(Step step, Map<String, Object> values) {
            var id = step.choice();
            if (id != null) {
                return options.withId(id).orElse(null);
            }
            var written = Keywords.normalise(step.text());
            // An option that turns out empty is not shown, so it is not counted.
            var shown = options.entries().stream()
                    .filter(entry -> !entry.title(values).isBlank())
                    .toList();
            for (int i = 0; i < shown.size(); i++) {
                var entry = shown.get(i);
                if (written.equals(Integer.toString(i + 1))
                        || written.equals(Keywords.normalise(entry.title(values)))) {
                    return entry;
                }
            }
            return null;
        }

        private void say(Step step, TextTemplate text) {
            var values = step.values();
            var body = text.render(values);
            step.say(
                    parameters.element(),
                    options.entries().size() <= Choices.MOST_BUTTONS
                            ? options.asButtons(body, Frame.NONE, values)
                            : new OutboundContent.ListMenu(
                                    body,
                                    null,
                                    null,
                                    button.render(values),
                                    List.of(new OutboundContent.ListMenu.Section("", options.rows(values)))));
        }
    }
}
