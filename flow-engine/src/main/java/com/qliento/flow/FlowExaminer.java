package com.qliento.flow;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.StartTrigger;
import com.qliento.check.FlowCheck;
import com.qliento.check.FlowEnvironment;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaLibrary;
import com.qliento.organisation.OrganisationId;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.ruleset.LiveDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final MediaLibrary files;
    private final LiveDecisions decisions;

    FlowExaminer(RunningFlows flows, FlowCheck check, FlowReader reader, MediaLibrary files, LiveDecisions decisions) {
        this.reader = reader;
        this.flows = flows;
        this.check = check;
        this.files = files;
        this.decisions = decisions;
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
        var environment = new Environment(
                flow.key(), flow.beside(), new OrganisationFiles(organisation), (decision, version) -> decisions
                        .find(organisation, decision, version)
                        .map(LiveDecisions.Found::model));
        var problems = new ArrayList<>(check.check(flow.bpmn(), environment, language));
        if (problems.stream().noneMatch(FlowProblem::error)) {
            reader.read(flow.bpmn())
                    .start()
                    .flatMap(trigger -> environment.clash(trigger, language))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** The files, read when the first one is asked for. */
    private final class OrganisationFiles {

        private final OrganisationId organisation;
        private @Nullable Map<UUID, MediaFacts> known;

        OrganisationFiles(OrganisationId organisation) {
            this.organisation = organisation;
        }

        Optional<MediaFacts> find(UUID id) {
            if (known == null) {
                known = files.of(organisation);
            }
            return Optional.ofNullable(known.get(id));
        }
    }

    /** The published decisions. */
    private interface OrganisationDecisions {

        Optional<DecisionModel> find(String key, @Nullable Integer version);
    }

    private record Environment(String flowKey, LiveFlows live, OrganisationFiles files, OrganisationDecisions decisions)
            implements FlowEnvironment {

        @Override
        public Optional<DecisionModel> decision(String key, @Nullable Integer version) {
            return decisions.find(key, version);
        }

        @Override
        public Optional<MediaFacts> file(UUID id) {
            return files.find(id);
        }

        @Override
        public boolean published(String otherKey) {
            return live.withKey(otherKey) != null;
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
