package com.qliento.check;

import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowProblem.Severity;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Xml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one check; the same problem twice counts once, and it ends at a number nobody reads to. */
public final class Findings {

    public static final int MOST = 1000;

    private final Set<FlowProblem> problems = new LinkedHashSet<>();
    private final Locale language;

    Findings(Locale language) {
        this.language = language;
    }

    /** The flow can't be published because of this element. */
    public void error(Xml element, Said said) {
        add(Severity.ERROR, element, said);
    }

    /** The flow can be published, but probably does not do here what its author wants. */
    public void warning(Xml element, Said said) {
        add(Severity.WARNING, element, said);
    }

    void file(Said said, int line) {
        problems.add(FlowProblem.ofFile(said, line, language));
    }

    private void add(Severity severity, Xml element, Said said) {
        if (problems.size() < MOST) {
            Xml named = named(element);
            String id = named == null ? null : named.id();
            String name = named == null || named.name().isEmpty() ? null : named.name();
            problems.add(new FlowProblem(
                    severity, said.code(), id, name, element.line(), said.sentence(language), said.repair()));
        }
    }

    /** The element an author can point at: itself or the nearest around it that has an id and is drawn. */
    static @Nullable Xml named(Xml element) {
        Xml at = element;
        while (at != null && (at.id().isEmpty() || part(at))) {
            at = at.parent();
        }
        return at;
    }

    private static boolean part(Xml element) {
        return element.tag().endsWith("EventDefinition")
                || element.tag().endsWith("LoopCharacteristics")
                || element.tag().endsWith("xpression")
                || element.tag().startsWith("time");
    }

    List<FlowProblem> errorsFirst() {
        var sorted = new ArrayList<FlowProblem>(
                problems.stream().filter(FlowProblem::error).toList());
        problems.stream().filter(problem -> !problem.error()).forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
