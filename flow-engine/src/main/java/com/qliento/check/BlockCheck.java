package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.HashSet;

/** One block as its own rule sees it, and whom to tell what is wrong with it. */
public final class BlockCheck {

    private final Xml node;
    private final BlockNode block;
    private final FlowModel flow;
    private final FlowEnvironment environment;
    private final Telling telling;

    /** Who is told, and who reads FEEL. */
    record Telling(FlowLanguage language, Findings findings) {}

    BlockCheck(Xml node, BlockNode block, FlowModel flow, FlowEnvironment environment, Telling telling) {
        this.node = node;
        this.block = block;
        this.flow = flow;
        this.environment = environment;
        this.telling = telling;
    }

    /** The block with its settings. */
    public BlockNode block() {
        return block;
    }

    /** The flow that it stands in. */
    public FlowModel flow() {
        return flow;
    }

    /** The organisation that the flow is for. */
    public FlowEnvironment environment() {
        return environment;
    }

    /**
     * A sentence in the words of the block's set.
     *
     * @param key the problem's code up to the first dot; the words have it as {@code finding.KEY}
     * @param arguments from <code>{1}</code> on; <code>{0}</code> is the block as its author knows it
     */
    public Said said(String key, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = Sentences.step(node);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Said.by(block.block().words(), key, all);
    }

    /** The flow can't be published. */
    public void error(Said said) {
        telling.findings().error(node, said);
    }

    /** As {@link #error(Said)} with {@link #said}. */
    public void error(String key, Object... arguments) {
        error(said(key, arguments));
    }

    /** The flow can be published, but probably does not do what its author wants. */
    public void warning(Said said) {
        telling.findings().warning(node, said);
    }

    /** Tells whatever is wrong with an expression that may use what the flow keeps and the platform offers. */
    public void expression(String feel, String what) {
        var names = new HashSet<String>(Names.BUILT_IN);
        flow.answers().forEach(answer -> names.add(answer.name()));
        telling.language()
                .expression(feel, names)
                .forEach(finding ->
                        error(Said.of("bad-feel", Sentences.step(node), Sentences.quote(what), finding.message())));
    }
}
