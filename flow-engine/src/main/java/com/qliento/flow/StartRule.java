package com.qliento.flow;

import com.qliento.block.Keywords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                    .ifPresent(process -> findings.error(
                            process, "no-start", "The flow has no start. Add a start and join it to the first step."));
        }
        starts.stream()
                .skip(1)
                .forEach(start -> findings.error(
                        start,
                        "several-starts",
                        Sentences.step(start) + " is a second start. Keep one; it can have several keywords."));
        starts.stream().limit(1).forEach(start -> keywords(start, flow, findings));
    }

    private static void keywords(Xml start, FlowModel flow, Findings findings) {
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
                    "no-keyword",
                    Sentences.step(start) + " has no keyword, so nothing would start the flow. Add one, or let any"
                            + " message start it.");
        }
        if (keywords.size() > MOST_KEYWORDS) {
            findings.error(
                    start,
                    "too-many-keywords",
                    Sentences.step(start) + " has " + keywords.size() + " keywords; " + MOST_KEYWORDS
                            + " are the most.");
        }
        Set<String> seen = new HashSet<>();
        for (String written : node.value("keywords").split("[,\\n]+", -1)) {
            String keyword = Keywords.normalise(written);
            if (!keyword.isEmpty() && !seen.add(keyword)) {
                findings.warning(
                        start,
                        "keyword-twice",
                        Sentences.step(start) + " has the keyword '" + Sentences.quote(keyword)
                                + "' twice (capital letters and spaces don't matter). Remove one.");
            }
        }
    }
}
