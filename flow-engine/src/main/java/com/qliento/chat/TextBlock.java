package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says a text. */
@Order(1)
@Component
class TextBlock implements BlockHandler {

    private static final Block TEXT = Block.of(ChatWords.ALL, "text", BlockGroup.SAY, BpmnElement.SEND_TASK)
            .usual()
            .exits(Exit.NOT_ALLOWED)
            .with(
                    Parameter.of("text", ParameterKind.TEXT)
                            .needed()
                            .upTo(MessageLimits.TEXT_BODY)
                            .splitting(),
                    UseSettings.USE);

    @Override
    public Block block() {
        return TEXT;
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
