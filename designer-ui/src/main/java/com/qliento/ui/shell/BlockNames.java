package com.qliento.ui.shell;

import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the blocks of a flow are called: as drawn, else by their kind. */
public final class BlockNames {

    private final FlowModel flow;
    private final Map<String, BlockNode> blocks;
    private final Locale locale;

    /** The names of this flow. */
    public BlockNames(FlowModel flow, Locale locale) {
        this.flow = flow;
        this.blocks = flow.blocks();
        this.locale = locale;
    }

    /** The name of the flow itself; empty when it has none. */
    public String flow() {
        return flow.name();
    }

    /** The name of an element; its id when the flow has no such block. */
    public String of(@Nullable String element) {
        if (element == null) {
            return "";
        }
        var block = blocks.get(element);
        if (block == null) {
            return element;
        }
        return block.name().isBlank() ? block.block().label(locale) : block.name();
    }

    /** What it means that an element was left by this exit; empty when it has none of this name. */
    public Optional<String> exit(@Nullable String element, String exit) {
        return Optional.ofNullable(blocks.get(element)).flatMap(node -> node.block().exits().stream()
                .filter(known -> known.name().equals(exit))
                .findFirst()
                .map(known -> node.block().taken(known, locale)));
    }

    /** The ids of all blocks, in the order of the file. */
    public Iterable<String> elements() {
        return blocks.keySet();
    }
}
