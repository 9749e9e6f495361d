package com.qliento.check;

import com.qliento.block.Keywords;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A flow has one start, and its start says what starts it. */
final class StartRule implements FlowRule {

    private static final int MOST_KEYWORDS = 100;

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
        starts.stream().limit(1).forEach(start -> keywords(start, flow, environment, findings));
    }

    private static void keywords(Xml start, FlowModel flow, FlowEnvironment environment, Findings findings) {
        BlockNode node = flow.blocks().get(start.id());
        if (node == null
                || !node.block().key().equals("start")
                || !node.value("trigger").equals("keywords")) {
            return;
        }
        Set<String> keywords = Keywords.parse(node.value("keywords"));
        if (keywords.isEmpty()) {
            findings.error(
                    start,
                    Said.of("no-keyword", Sentences.step(start))
                            .mendedBy(Repair.set(start.id(), "keywords", ofName(flow, start, environment))));
        }
        if (keywords.size() > MOST_KEYWORDS) {
            findings.error(start, Said.of("too-many-keywords", Sentences.step(start), keywords.size(), MOST_KEYWORDS));
        }
        Set<String> seen = new HashSet<>();
        for (String written : node.value("keywords").split("[,\\n]+", -1)) {
            String keyword = Keywords.normalise(written);
            if (!keyword.isEmpty() && !seen.add(keyword)) {
                findings.warning(
                        start,
                        Said.of("keyword-twice", Sentences.step(start), Sentences.quote(keyword))
                                .mendedBy(Repair.set(start.id(), "keywords", once(node.value("keywords")))));
            }
        }
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

    /** A word people would write to get this flow: what it is called. */
    private static String ofName(FlowModel flow, Xml start, FlowEnvironment environment) {
        String name = start.name().isEmpty() ? flow.name() : start.name();
        String plain = Keywords.normalise(name.replaceAll("[,\\n]+", " "));
        return plain.isEmpty() ? environment.flowKey().replace('-', ' ') : plain;
    }

    private static String once(String keywords) {
        Set<String> seen = new HashSet<>();
        return Stream.of(keywords.split("[,\\n]+", -1))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty() && seen.add(Keywords.normalise(keyword)))
                .collect(Collectors.joining(", "));
    }
}
