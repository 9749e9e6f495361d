package com.qliento.chat;

import com.qliento.block.Choices;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.stereotype.Component;

/** Says a text with up to three buttons under it. */
@Component
class ButtonsBlock implements BlockHandler {

    @Override
    public String block() {
        return "buttons";
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var body = parameters.requiredTemplate("text");
        var frame = new Frame(parameters.template("header"), parameters.template("footer"));
        var buttons = ChoiceTexts.of(parameters, Choices.ofButtons(parameters.values()));
        return step -> {
            step.say(parameters.element(), buttons.asButtons(body.render(step.values()), frame, step.values()));
            return Outcome.GO_ON;
        };
    }
}
