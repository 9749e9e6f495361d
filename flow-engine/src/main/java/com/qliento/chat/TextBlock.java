package com.qliento.chat;

import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.stereotype.Component;

/** Says a text. */
@Component
class TextBlock implements BlockHandler {

    @Override
    public String block() {
        return "text";
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var text = parameters.requiredTemplate("text");
        return step -> {
            step.say(parameters.element(), new OutboundContent.Text(text.render(step.values()), true));
            return Outcome.GO_ON;
        };
    }
}
