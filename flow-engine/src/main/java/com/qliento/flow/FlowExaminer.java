package com.qliento.flow;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.StartTrigger;
import com.qliento.check.FlowCheck;
import com.qliento.check.FlowEnvironment;
import com.qliento.guard.WebAddress;
import com.qliento.media.MediaFacts;
import com.qliento.organisation.OrganisationId;
import com.qliento.rules.decision.DecisionModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is wrong with a flow's file where it would run: among the organisation's flows, files and decisions. */
@Component
class FlowExaminer {

    private final RunningFlows flows;
    private final FlowCheck check;
    private final FlowReader reader;
    private final FlowSurroundings surroundings;

    FlowExaminer(RunningFlows flows, FlowCheck check, FlowReader reader, FlowSurroundings surroundings) {
        this.reader = reader;
        this.flows = flows;
        this.check = check;
        this.surroundings = surroundings;
    }

    /** The flow in this file; throws {@link com.qliento.bpmn.UnreadableFlow}. */
    FlowModel read(byte[] bpmn) {
        return reader.read(bpmn);
    }

    /** What is wrong, errors first, in this language (English when it is none of ours). */
    List<FlowProblem> examine(OrganisationId organisation, String key, byte[] bpmn, Locale language) {
        return examine(organisation, new Checked(key, bpmn, flows.live(organisation)), language);
    }

    /** The same beside the flows that are live at this moment, also those of the open transaction; slower. */
    List<FlowProblem> examineNow(OrganisationId organisation, String key, byte[] bpmn, Locale language) {
        return examine(organisation, new Checked(key, bpmn, flows.liveNow(organisation)), language);
    }

    /** A flow's file, and the flows beside which it would be live. */
    private record Checked(String key, byte[] bpmn, LiveFlows beside) {

        @Override
        public String toString() {
            return "Checked[" + key + "]";
        }
    }

    private List<FlowProblem> examine(OrganisationId organisation, Checked flow, Locale language) {
        var environment = new Environment(flow.key(), flow.beside(), surroundings.of(organisation));
        var problems = new ArrayList<>(check.check(flow.bpmn(), environment, language));
        if (problems.stream().noneMatch(FlowProblem::error)) {
            reader.read(flow.bpmn())
                    .start()
                    .flatMap(trigger -> environment.clash(trigger, language))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private record Environment(String flowKey, LiveFlows live, FlowSurroundings.Around around)
            implements FlowEnvironment {

        @Override
        public Optional<DecisionModel> decision(String key, @Nullable Integer version) {
            return around.decision(key, version);
        }

        @Override
        public Optional<MediaFacts> file(UUID id) {
            return around.file(id);
        }

        @Override
        public Set<String> secrets() {
            return around.secrets();
        }

        @Override
        public boolean mayAsk(WebAddress address) {
            return around.mayAsk(address);
        }

        @Override
        public Duration answersKept() {
            return around.answersKept();
        }

        @Override
        public boolean published(String otherKey) {
            return live.withKey(otherKey) != null;
        }

        @Override
        public boolean aboutNobody(String otherKey) {
            return live.aboutNobody(otherKey);
        }

        @Override
        public Set<String> calls(String otherKey) {
            var other = live.withKey(otherKey);
            return other == null ? Set.of() : other.calledFlows();
        }

        Optional<FlowProblem> clash(StartTrigger trigger, Locale language) {
            return live.clashing(flowKey, trigger)
                    .map(other -> new FlowProblem(
                            FlowProblem.Severity.WARNING,
                            "keyword-taken",
                            trigger.elementId(),
                            null,
                            0,
                            Said.of("keyword-taken", other.key()).sentence(language),
                            null));
        }
    }
}
