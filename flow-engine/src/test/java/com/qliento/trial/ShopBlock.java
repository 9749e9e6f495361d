package com.qliento.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.call.CallOutcome;
import com.qliento.call.CallRequest;
import com.qliento.call.Repeat;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import java.time.Duration;

/** A block of a set that no release has: asks another system, the {@link Shop}. Registered by tests alone. */
class ShopBlock implements BlockHandler {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Block SHOP = Block.of(
                    TextBundle.beside(ShopBlock.class, "Blocks"), "trial-shop", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .awaiting(Awaits.CALL)
            .exits(Exit.FAILED, Exit.TIMED_OUT, Exit.NOT_ALLOWED)
            .summary("{article}")
            .with(Parameter.of("article", ParameterKind.LINE).needed().upTo(60), AnswerSettings.NAME);

    @Override
    public Block block() {
        return SHOP;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        String article = parameters.text("article");
        return new BlockAction() {
            @Override
            public Outcome enter(Step step) {
                var request = JsonNodeFactory.instance
                        .objectNode()
                        .put("article", article)
                        .put("words", step.text());
                step.asks(
                        parameters.element(),
                        new CallRequest(Shop.KIND, "shop.example", request, Repeat.NEVER, PATIENCE));
                return Outcome.CALL;
            }

            @Override
            public Outcome returned(Step step, CallOutcome outcome) {
                if (outcome instanceof CallOutcome.Answered answer) {
                    step.answer(parameters, answer.body().path("price").asText());
                }
                return Outcome.of(outcome);
            }
        };
    }
}
