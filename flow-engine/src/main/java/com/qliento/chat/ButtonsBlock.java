package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Choices;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says a text with up to three buttons under it. */
@Order(2)
@Component
class ButtonsBlock implements BlockHandler {

    private static final Block BUTTONS = Block.of(ChatWords.ALL, "buttons", BlockGroup.SAY, BpmnElement.SEND_TASK)
            .exits(Exit.NOT_ALLOWED)
            .with(
                    Frame.BODY,
                    Frame.HEADER,
                    Frame.FOOTER,
                    button("button1").needed(),
                    button("button2"),
                    button("button3"),
                    UseSettings.USE);

    private static Parameter button(String name) {
        return Parameter.of(name, ParameterKind.BUTTON)
                .upTo(MessageLimits.BUTTON_TITLE)
                .neverEmpty();
    }

    @Override
    public Block block() {
        return BUTTONS;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var body = parameters.requiredTemplate("text");
        var frame = new Frame(parameters.template("header"), parameters.template("footer"));
        var buttons = ChoiceTexts.of(
                parameters,
                Choices.ofTitles(BUTTONS.parameters(ParameterKind.BUTTON).stream()
                        .map(button -> parameters.text(button.name()))
                        .toList()));
        return step -> {
            step.say(parameters.element(), buttons.asButtons(body.render(step.values()), frame, step.values()));
            return Outcome.GO_ON;
        };
    }
}
