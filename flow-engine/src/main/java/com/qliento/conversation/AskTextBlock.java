package com.qliento.conversation;

import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.rules.Expression;
import com.qliento.rules.TextTemplate;
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
                say(step, question);
            }
            return Outcome.WAIT;
        }

        @Override
        public Outcome answered(Step step) {
            if (valid == null || valid.test(step.values())) {
                step.answer(parameters, step.text());
                return Outcome.GO_ON;
            }
            if (step.wrongAnswer() >= parameters.number("attempts")) {
                return Outcome.NO_ANSWER;
            }
            boolean otherwise = retry != null && !retry.render(step.values()).isBlank();
            var again = otherwise ? retry : question;
            if (again != null) {
                say(step, again);
            }
            return Outcome.WAIT;
        }

        private void say(Step step, TextTemplate text) {
            step.say(parameters.element(), new OutboundContent.Text(text.render(step.values()), true));
        }
    }
}
