package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** A flow may start others that are published, as long as the way never leads back to itself. */
final class CallRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null
                    && block.block().key().equals("start-flow")
                    && !block.value("flow").isEmpty()) {
                call(node, block.value("flow"), environment, findings);
            }
        }
    }

    private static void call(Xml node, String key, FlowEnvironment environment, Findings findings) {
        String called = Sentences.quote(key);
        if (FlowCompiler.isJuel(key)) {
            return; // said already
        }
        if (!Names.flowKey(key)) {
            findings.error(node, Said.of("unknown-flow.no-key", Sentences.step(node), called));
        } else if (leadsBack(key, environment)) {
            findings.error(node, Said.of("calls-itself", Sentences.step(node), called));
        } else if (!environment.published(key)) {
            findings.error(node, Said.of("unknown-flow", Sentences.step(node), called));
        }
    }

    private static boolean leadsBack(String key, FlowEnvironment environment) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
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
