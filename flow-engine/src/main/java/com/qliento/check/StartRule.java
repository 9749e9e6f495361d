package com.qliento.check;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A flow has one start; what starts it is said by the start itself. */
@Component
@Order(80)
final class StartRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        List<Xml> starts = flow.source().nodes().stream()
                .filter(node -> node.is("startEvent"))
                .toList();
        if (starts.isEmpty()) {
            flow.source()
                    .process()
                    .ifPresent(process ->
                            findings.error(process, Said.of("no-start").mendedBy(start(flow, process))));
        }
        starts.stream()
                .skip(1)
                .forEach(start -> findings.error(start, Said.of("several-starts", Sentences.step(start))));
    }

    private static Repair start(FlowModel flow, Xml process) {
        Set<String> targets = flow.source().arrows().stream()
                .map(arrow -> arrow.attribute("targetRef"))
                .collect(Collectors.toSet());
        return flow.source().nodes().stream()
                .filter(node -> !targets.contains(node.id()) && !node.is("boundaryEvent"))
                .findFirst()
                .map(first -> Repair.of("add-start", process, "to", first.id()))
                .orElse(Repair.of("add-start", process));
    }
}
