package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.Extent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A value that grows from step to step: one that is too large even if customers answer with single characters is an error,
 * one that is too large when they write as much as WhatsApp lets them a warning. What a flow adds to in a loop is not known.
 */
@Component
@Order(170)
final class SizeRule implements FlowRule {

    private final FlowLanguage language;

    SizeRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var kept = new Kept(flow.blocks().values());
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.values(ParameterKind.FEEL).forEach(feel -> tell(node, kept.extent(feel), findings));
            }
        }
    }

    private static void tell(Xml node, Extent extent, Findings findings) {
        if (extent.tooMuch()) {
            findings.error(node, Said.of("value-too-large", Sentences.step(node), Extent.MOST));
        } else if (extent.longest() > Extent.MOST) {
            findings.warning(
                    node,
                    Said.of(
                            "value-maybe-too-large",
                            Sentences.step(node),
                            extent.longest(),
                            LongestValues.MESSAGE,
                            Extent.MOST));
        }
    }

    /** How long what lies under a name is: of several values that are kept under it, any. */
    private final class Kept {

        private final Collection<BlockNode> blocks;
        private final Map<String, Extent> known = new HashMap<>();

        Kept(Collection<BlockNode> blocks) {
            this.blocks = blocks;
        }

        Extent extent(String feel) {
            return language.extent(feel, this::ofName);
        }

        private Extent ofName(String name) {
            if (name.equals(Names.ANSWER)) {
                return Extent.of(1, LongestValues.MESSAGE);
            }
            Extent before = known.putIfAbsent(name, Extent.UNKNOWN);
            if (before != null) {
                return before;
            }
            Extent extent = blocks.stream()
                    .filter(block -> block.answers().stream()
                            .anyMatch(answer -> answer.name().equals(name)))
                    .map(this::ofBlock)
                    .reduce((one, other) -> Extent.of(
                            Math.min(one.shortest(), other.shortest()), Math.max(one.longest(), other.longest())))
                    .orElse(Extent.UNKNOWN);
            known.put(name, extent);
            return extent;
        }

        private Extent ofBlock(BlockNode block) {
            if (block.block().asks()) {
                return block.choices().isEmpty() ? Extent.of(1, LongestValues.MESSAGE) : Extent.UNKNOWN;
            }
            Extent value = block.values(ParameterKind.FEEL).stream()
                    .findFirst()
                    .map(this::extent)
                    .orElse(Extent.UNKNOWN);
            return Extent.of(value.shortest(), value.longest());
        }
    }
}
