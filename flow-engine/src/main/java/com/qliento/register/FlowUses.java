package com.qliento.register;

import com.qliento.block.ParameterKind;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.OrganisationId;
import com.qliento.register.Register.Asked;
import com.qliento.register.Register.FlowUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the flows that are live ask of people, and whom they hand it on. */
@Component
class FlowUses {

    private final RunningFlows flows;
    private final ObjectProvider<BlockRecipient> recipients;

    FlowUses(RunningFlows flows, ObjectProvider<BlockRecipient> recipients) {
        this.flows = flows;
        this.recipients = recipients;
    }

    /** By the keys of the flows. */
    List<FlowUse> of(OrganisationId organisation, RegisterWords words) {
        Map<String, BlockRecipient> known =
                recipients.orderedStream().collect(Collectors.toMap(BlockRecipient::block, Function.identity()));
        return flows.drawn(organisation).entrySet().stream()
                .map(flow -> use(flow.getKey(), flow.getValue(), words, known))
                .toList();
    }

    private static FlowUse use(
            String key, FlowModel flow, RegisterWords words, Map<String, BlockRecipient> recipients) {
        var blocks = flow.blocks().values();
        return new FlowUse(
                key,
                flow.name().isBlank() ? key : flow.name(),
                blocks.stream().flatMap(block -> asks(block, words)).distinct().toList(),
                blocks.stream()
                        .flatMap(block -> recipient(block, recipients).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                blocks.stream()
                        .flatMap(block -> block.values(ParameterKind.DECISION).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Stream<Asked> asks(BlockNode block, RegisterWords words) {
        return block.answers().stream().map(answer -> asked(block, answer, words));
    }

    private static Asked asked(BlockNode block, Answer answer, RegisterWords words) {
        return new Asked(
                answer.name(),
                words.term("answer", answer.category()),
                words.term("why", answer.purpose()),
                block.name().isBlank() ? block.elementId() : block.name());
    }

    /** One that nobody names is told by its block: nobody who is handed something is left out. */
    private static Optional<String> recipient(BlockNode block, Map<String, BlockRecipient> recipients) {
        if (!block.block().calls()) {
            return Optional.empty();
        }
        var known = recipients.get(block.block().key());
        return known == null ? Optional.of(block.block().key()) : known.name(block);
    }
}
