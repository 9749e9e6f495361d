package com.qliento.chat;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Choices;
import com.qliento.block.Exit;
import com.qliento.block.Keywords;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TapId;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Incoming;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.PlatformReply;
import com.qliento.conversation.Step;
import com.qliento.rules.feel.TextTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks to choose: up to three options are buttons, more are a list. Takes a tap, the option's text, or its number. */
@Order(2)
@Component
class AskChoiceBlock implements BlockHandler {

    private static final Block ASK_CHOICE = Block.of(
                    ChatWords.ALL, "ask-choice", BlockGroup.ASK, BpmnElement.RECEIVE_TASK)
            .usual()
            .awaiting(Awaits.CUSTOMER)
            .exits(Exit.NO_ANSWER)
            .icon("choice")
            .with(
                    Parameter.of("question", ParameterKind.TEXT).needed().upTo(MessageLimits.INTERACTIVE_BODY),
                    Parameter.of("options", ParameterKind.OPTIONS).needed(),
                    Frame.LIST_BUTTON,
                    AnswerSettings.NAME,
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE,
                    Parameter.of("retry", ParameterKind.TEXT).upTo(MessageLimits.INTERACTIVE_BODY),
                    Parameter.number("attempts", 3, 1, 10));

    @Override
    public Block block() {
        return ASK_CHOICE;
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
            say(step, question.render(step.values()));
            return Outcome.WAIT;
        }

        @Override
        public Outcome answered(Step step) {
            var values = step.values();
            var incoming = step.incoming();
            var chosen = incoming == null ? null : chosen(step, incoming, values);
            if (chosen != null) {
                step.answer(parameters, chosen);
                return Outcome.GO_ON;
            }
            if (step.wrongAnswer() >= parameters.number("attempts")) {
                return Outcome.exit(Exit.NO_ANSWER);
            }
            var text = (retry != null && !retry.render(values).isBlank() ? retry : question).render(values);
            if (step.text().isEmpty()) {
                again(step, text, PlatformReply.CHOOSE);
            } else {
                say(step, text);
            }
            return Outcome.WAIT;
        }

        @Override
        public void again(Step step, PlatformReply words) {
            again(step, question.render(step.values()), words);
        }

        /** In one message where it has the room for both. */
        private void again(Step step, String text, PlatformReply words) {
            var both = words.before(step, text);
            if (MessageLimits.length(both) > MessageLimits.INTERACTIVE_BODY) {
                step.say(parameters.element(), new OutboundContent.Text(words.text(step, text), false));
                say(step, text);
            } else {
                say(step, both);
            }
        }

        @Override
        public boolean offers(Step step, Incoming message) {
            return chosen(step, message, step.values()) != null;
        }

        /** The title of what was chosen; of a tap on this question, the one that was seen. */
        private @Nullable String chosen(Step step, Incoming message, Map<String, Object> values) {
            var tap = message.tap();
            if (tap == null) {
                return written(message.text(), values);
            }
            var byId = options.withId(TapId.choiceOf(tap.id())).map(entry -> entry.title(values));
            if (byId.isPresent() && ChoiceTexts.shows(byId.get(), tap.title())) {
                return byId.get();
            }
            var known = message.tapped();
            return known != null && known.question() && step.takes(known) ? tap.title() : titled(tap.title(), values);
        }

        private @Nullable String written(String text, Map<String, Object> values) {
            var title = titled(text, values);
            if (title != null) {
                return title;
            }
            var number = Keywords.normalise(text);
            var titles = titles(values);
            for (int i = 0; i < titles.size(); i++) {
                if (number.equals(Integer.toString(i + 1))) {
                    return titles.get(i);
                }
            }
            return null;
        }

        private @Nullable String titled(String text, Map<String, Object> values) {
            var titles = titles(values);
            var same = Keywords.normalise(text);
            return titles.stream()
                    .filter(text::equals)
                    .findFirst()
                    .or(() -> titles.stream()
                            .filter(title -> same.equals(Keywords.normalise(title)))
                            .findFirst())
                    .orElse(null);
        }

        /** What is shown: an option that turns out empty is not, so it is not counted. */
        private List<String> titles(Map<String, Object> values) {
            return options.entries().stream()
                    .map(entry -> entry.title(values))
                    .filter(title -> !title.isBlank())
                    .toList();
        }

        private void say(Step step, String body) {
            var values = step.values();
            step.ask(
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
