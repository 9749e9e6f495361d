package com.qliento.trial;

import com.qliento.block.TextBundle;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.check.Findings;
import com.qliento.check.FlowEnvironment;
import com.qliento.check.FlowRule;
import org.jspecify.annotations.Nullable;

/** A rule that no release has: an article is looked up once in a flow. Registered by the test alone. */
class StockRule implements FlowRule {

    private static final TextBundle WORDS = TextBundle.beside(StockRule.class, "Blocks");

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        flow.source().nodes().stream()
                .filter(node -> looksUp(flow.blocks().get(node.id())))
                .skip(1)
                .forEach(node -> findings.warning(node, Said.by(WORDS, "looked-up-again", Sentences.step(node))));
    }

    private static boolean looksUp(@Nullable BlockNode block) {
        return block != null && block.block().key().equals("trial-stock");
    }
}
