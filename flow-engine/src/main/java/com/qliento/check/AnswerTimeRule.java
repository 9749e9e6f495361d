package com.qliento.check;

import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.StartSettings;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.TextTemplate;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An answer ends with the time for which messages are kept: what uses it after longer waits finds nothing. Goes through the
 * flow with the longest time that can have passed since a value was kept; keeping it again begins anew. How long somebody
 * takes to answer counts as far as the flow limits it.
 */
@Component
@Order(135)
final class AnswerTimeRule implements FlowRule {

    private final FlowLanguage language;

    AnswerTimeRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var ways = FlowWay.of(flow);
        if (ways.stream().mapToLong(FlowWay::seconds).max().orElse(0) == 0) {
            return;
        }
        var kept = environment.answersKept();
        Map<String, Set<Xml>> uses = uses(flow);
        uses.forEach((name, places) -> {
            Map<String, Long> since = since(flow, ways, name);
            for (Xml place : places) {
                long passed = since.getOrDefault(at(place), 0L);
                if (passed > kept.toSeconds()) {
                    findings.warning(place, said(flow, place, name, passed, kept));
                }
            }
        });
    }

    private static Said said(FlowModel flow, Xml place, String name, long passed, Duration kept) {
        var step = flow.arrows().containsKey(place.id()) ? Said.of("what.condition") : Sentences.step(place);
        return passed == FlowWay.WITHOUT_END
                ? Said.of("answer-over.loop", step, Sentences.quote(name), kept.toDays())
                : Said.of("answer-over", step, Sentences.quote(name), kept.toDays(), days(passed));
    }

    /** Full days; a begun one counts, so that what is over its time is never said to be within it. */
    private static long days(long seconds) {
        long day = Duration.ofDays(1).toSeconds();
        return (seconds + day - 1) / day;
    }

    /** Where a condition is looked at: at the step that its arrow leaves. */
    private static String at(Xml place) {
        var source = place.attribute("sourceRef");
        return source.isEmpty() ? place.id() : source;
    }

    /** The names that are kept and used, each with the steps and arrows that use it. */
    private Map<String, Set<Xml>> uses(FlowModel flow) {
        var names = new HashSet<>(flow.given());
        flow.answers().stream().map(Answer::name).forEach(names::add);
        var uses = new HashMap<String, Set<Xml>>();
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                for (var parameter : block.block().parameters()) {
                    add(uses, names, node, names(parameter, block.value(parameter.name())));
                }
            }
        }
        for (Xml arrow : flow.source().arrows()) {
            arrow.first("conditionExpression")
                    .map(Xml::text)
                    .filter(feel -> !feel.isEmpty() && !FlowCompiler.isJuel(feel))
                    .ifPresent(feel -> add(uses, names, arrow, language.names(feel)));
        }
        return uses;
    }

    private static void add(Map<String, Set<Xml>> uses, Set<String> names, Xml place, Set<String> used) {
        for (var name : used) {
            if (names.contains(name)) {
                uses.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(place);
            }
        }
    }

    private Set<String> names(Parameter parameter, String value) {
        if (value.isBlank()) {
            return Set.of();
        }
        if (parameter.kind() == ParameterKind.FEEL) {
            return language.names(value);
        }
        var names = new HashSet<String>();
        if (parameter.kind().template()) {
            language.text(value, Set.of()).inserts().stream()
                    .map(TextTemplate.Insert::names)
                    .forEach(names::addAll);
        }
        return names;
    }

    /** Seconds since this was kept, at most, when a step is reached; where it can't be kept yet, nothing is there. */
    private static Map<String, Long> since(FlowModel flow, List<FlowWay> ways, String name) {
        var since = new HashMap<String, Long>();
        var keeping = keeping(flow, name);
        int rounds = flow.source().nodes().size() + 1;
        boolean changed = true;
        for (int round = 0; changed && round <= 2 * rounds; round++) {
            changed = false;
            for (FlowWay way : ways) {
                Long after = after(way, keeping, since);
                Long known = since.get(way.to());
                if (after != null && (known == null || after > known)) {
                    // still growing after as many rounds as there are steps: it goes round and round
                    since.put(way.to(), round > rounds ? Long.valueOf(FlowWay.WITHOUT_END) : after);
                    changed = true;
                }
            }
        }
        return since;
    }

    /** The steps that keep this, or are given it. */
    private static Set<String> keeping(FlowModel flow, String name) {
        boolean given = flow.given().contains(name);
        var keeping = new HashSet<String>();
        flow.blocks().forEach((id, block) -> {
            boolean isGiven = given && !block.valueOf(StartSettings.GIVEN).isEmpty();
            if (isGiven
                    || block.answers().stream().anyMatch(answer -> answer.name().equals(name))) {
                keeping.add(id);
            }
        });
        return keeping;
    }

    private static @Nullable Long after(FlowWay way, Set<String> keeping, Map<String, Long> since) {
        if (keeping.contains(way.from()) && !way.left()) {
            return 0L;
        }
        Long before = since.get(way.from());
        return before == null ? null : way.after(before);
    }
}
