package com.qliento.trial;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;

/** A block of a set that no release has: looks whether an article is there. Registered by the test alone. */
class StockBlock implements BlockHandler, CheckedBlock {

    static final Exit SOLD_OUT = Exit.of("sold-out").asNeeded();

    private static final Block STOCK = Block.of(
                    TextBundle.beside(StockBlock.class, "Blocks"),
                    "trial-stock",
                    BlockGroup.DO,
                    BpmnElement.SERVICE_TASK)
            .exits(SOLD_OUT)
            .summary("{article}")
            .with(Parameter.of("article", ParameterKind.LINE).needed().upTo(20), AnswerSettings.NAME);

    @Override
    public Block block() {
        return STOCK;
    }

    @Override
    public void check(BlockCheck at) {
        String article = at.block().value("article");
        if (!article.matches("[A-Z]\\d*")) {
            at.error("no-article", Sentences.quote(article));
        }
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        String article = parameters.text("article");
        return step -> {
            if (article.endsWith("0")) {
                return Outcome.exit(SOLD_OUT);
            }
            step.answer(parameters, article.substring(1));
            return Outcome.GO_ON;
        };
    }
}
