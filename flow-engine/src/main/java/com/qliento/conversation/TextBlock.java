package com.qliento.conversation;

import com.qliento.connector.whatsapp.OutboundContent;
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
