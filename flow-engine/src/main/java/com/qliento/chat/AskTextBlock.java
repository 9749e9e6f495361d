package com.qliento.chat;

import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Reply;
import com.qliento.conversation.Step;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.TextTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for a text, or only waits for the next message when there is no question. */
@Component
class AskTextBlock implements BlockHandler {

    @Override
    public String block() {
        return "ask-text";
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
                return Outcome.NO_ANSWER;
            }
            boolean otherwise = retry != null && !retry.render(step.values()).isBlank();
            var text = otherwise ? retry : question;
            if (!words) {
                again(step, text, Reply.WRITE);
            } else if (text != null) {
                say(step, text.render(step.values()));
            }
            return Outcome.WAIT;
        }

        @Override
        public void again(Step step, Reply words) {
            again(step, question, words);
        }

        private void again(Step step, @Nullable TextTemplate text, Reply words) {
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
