package com.qliento.chat;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the value of an expression under a name. */
@Order(1)
@Component
class SetValueBlock implements BlockHandler {

    private static final Block SET_VALUE = Block.of(ChatWords.ALL, "set-value", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .icon("value")
            .summary("{name!} = {value}")
            .with(
                    AnswerSettings.NAME.needed(),
                    Parameter.of("value", ParameterKind.FEEL).needed(),
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE);

    @Override
    public Block block() {
        return SET_VALUE;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var value = Objects.requireNonNull(parameters.expression("value"));
        return step -> {
            step.answer(parameters, value.evaluate(step.values()));
            return Outcome.GO_ON;
        };
    }
}
