package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.check.FlowEnvironment;
import java.util.ArrayDeque;
import java.util.HashSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs another published flow and comes back when it has ended. */
@Order(2)
@Component
class StartFlowBlock implements DoneByEngine, CheckedBlock {

    private static final Block START_FLOW = Block.of(
                    ChatWords.ALL, "start-flow", BlockGroup.DO, BpmnElement.CALL_ACTIVITY)
            .evenWithoutTemplate()
            .icon("flow")
            .summary("{flow}")
            .with(Parameter.of("flow", ParameterKind.FLOW).needed());

    @Override
    public Block block() {
        return START_FLOW;
    }

    /** A flow may start others that are published, as long as the way never leads back to itself. */
    @Override
    public void check(BlockCheck at) {
        for (String key : at.block().values(ParameterKind.FLOW)) {
            String called = Sentences.quote(key);
            if (FlowCompiler.isJuel(key)) {
                return; // said already
            }
            if (!Names.flowKey(key)) {
                at.error("unknown-flow.no-key", called);
            } else if (leadsBack(key, at.environment())) {
                at.error("calls-itself", called);
            } else if (!at.environment().published(key)) {
                at.error("unknown-flow", called);
            }
        }
    }

    private static boolean leadsBack(String key, FlowEnvironment environment) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(key);
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(environment.flowKey())) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(environment.calls(at));
            }
        }
        return false;
    }
}
