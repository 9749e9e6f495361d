package com.qliento.chat;

import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Keeps the value of an expression under a name. */
@Component
class SetValueBlock implements BlockHandler {

    @Override
    public String block() {
        return "set-value";
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
