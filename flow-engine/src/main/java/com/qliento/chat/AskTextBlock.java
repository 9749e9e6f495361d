package com.qliento.chat;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.PlatformReply;
import com.qliento.conversation.Step;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.TextTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks for a text, or only waits for the next message when there is no question. */
@Order(1)
@Component
class AskTextBlock implements BlockHandler {

    private static final Block ASK_TEXT = Block.of(ChatWords.ALL, "ask-text", BlockGroup.ASK, BpmnElement.RECEIVE_TASK)
            .awaiting(Awaits.CUSTOMER)
            .exits(Exit.NO_ANSWER)
            .icon("question")
            .with(
                    Parameter.of("question", ParameterKind.TEXT)
                            .upTo(MessageLimits.TEXT_BODY)
                            .neverEmpty(),
                    AnswerSettings.NAME,
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE,
                    Parameter.of("valid", ParameterKind.FEEL),
                    Parameter.of("retry", ParameterKind.TEXT).upTo(MessageLimits.TEXT_BODY),
                    Parameter.number("attempts", 3, 1, 10));

    @Override
    public Block block() {
        return ASK_TEXT;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Ask(
                parameters,
                parameters.template("question"),
                parameters.template("retry"),
                parameters.expression("valid"));
    }

    private record Ask(
            BlockParameters parameters,
            @Nullable TextTemplate question,
            @Nullable TextTemplate retry,
            @Nullable Expression valid)
            implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            if (question != null) {
                say(step, question.render(step.values()));
            }
            return Outcome.WAIT;
        }

        @Override
        public Outcome answered(Step step) {
            boolean words = !step.text().isEmpty();
            if (words && (valid == null || valid.test(step.values()))) {
                step.answer(parameters, step.text());
                return Outcome.GO_ON;
            }
            if (step.wrongAnswer() >= parameters.number("attempts")) {
                return Outcome.exit(Exit.NO_ANSWER);
            }
            boolean otherwise = retry != null && !retry.render(step.values()).isBlank();
            var text = otherwise ? retry : question;
            if (!words) {
                again(step, text, PlatformReply.WRITE);
            } else if (text != null) {
                say(step, text.render(step.values()));
            }
            return Outcome.WAIT;
        }

        @Override
        public void again(Step step, PlatformReply words) {
            again(step, question, words);
        }

        private void again(Step step, @Nullable TextTemplate text, PlatformReply words) {
            var asked = text == null ? "" : text.render(step.values());
            if (asked.isBlank()) {
                // No question of its own: what was offered before stays on offer.
                var alone = words.orWithoutQuestion().text(step, asked);
                step.say(parameters.element(), new OutboundContent.Text(alone, false));
            } else {
                say(step, words.before(step, asked));
            }
        }

        private void say(Step step, String text) {
            step.ask(parameters.element(), new OutboundContent.Text(text, true));
        }
    }
}
