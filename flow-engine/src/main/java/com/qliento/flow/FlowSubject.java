package com.qliento.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.block.Names;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.draft.Subject;
import com.qliento.engine.Processes;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningKind;
import com.qliento.happening.Happenings;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Flows as what is drafted: BPMN files, deployed to the engine when they go live. */
@Component
class FlowSubject implements Subject {

    private static final ProblemType FLOW_UNREADABLE =
            new ProblemType(ProblemKind.INVALID, "flow-unreadable", "The file is no flow");

    private final FlowStore store;
    private final FlowExaminer examiner;
    private final RunningFlows flows;
    private final Processes processes;
    private final Others others;

    /** Who has a say before a flow goes live, and where it is told that one did. */
    @Component
    record Others(ObjectProvider<BeforePublishing> guards, Happenings happenings, Clock clock) {}

    FlowSubject(FlowStore store, FlowExaminer examiner, RunningFlows flows, Processes processes, Others others) {
        this.store = store;
        this.examiner = examiner;
        this.flows = flows;
        this.processes = processes;
        this.others = others;
    }

    @Override
    public String kind() {
        return FlowStore.KIND;
    }

    @Override
    public Rights rights() {
        return new Rights(Permission.LOOK_ON, Permission.BUILD, Permission.PUBLISH);
    }

    @Override
    public AuditAction published() {
        return AuditAction.FLOW_PUBLISHED;
    }

    @Override
    public AuditAction takenBack() {
        return AuditAction.FLOW_TAKEN_BACK;
    }

    @Override
    public Taken take(String key, byte[] file) {
        if (!Names.flowKey(key)) {
            throw Problem.invalid(
                    "key",
                    "A flow's key has lower-case letters, digits and single hyphens, begins with a letter and has 63 at"
                            + " most. Choose such a key.");
        }
        byte[] bpmn = KeptText.ofXml(file);
        var name = read(bpmn).name();
        return new Taken(name.isBlank() ? key : name, bpmn);
    }

    private FlowModel read(byte[] bpmn) {
        try {
            return examiner.read(bpmn);
        } catch (UnreadableFlow unreadable) {
            var problem = unreadable.problem(Locale.ENGLISH);
            throw FLOW_UNREADABLE.because(problem.message()).with("problems", List.of(problem));
        }
    }

    @Override
    public void saved(OrganisationId organisation, String key) {
        store.saved(organisation, key);
    }

    @Override
    public void requireSound(OrganisationId organisation, String key, byte[] content) {
        var problems = examiner.examineNow(organisation, key, content, Locale.ENGLISH);
        if (problems.stream().anyMatch(FlowProblem::error)) {
            throw FlowReview.hasErrors(
                    "The flow can't be published as it is. Mend what 'problems' lists, then publish again.", problems);
        }
    }

    @Override
    public Map<String, Integer> beside(OrganisationId organisation) {
        return store.liveVersions(organisation);
    }

    @Override
    public void requireAgreed(Actor actor, Draft draft) {
        others.guards().forEach(guard -> guard.check(actor, draft));
    }

    @Override
    public void goesLive(OrganisationId organisation, DraftVersion version) {
        var compiled = FlowCompiler.compile(examiner.read(version.content()), version.key());
        var definition = processes.deploy(organisation, FlowCompiler.processKey(version.key()), compiled);
        store.goesLive(organisation, version, definition);
        store.announce(organisation);
        tell(organisation, version);
    }

    private void tell(OrganisationId organisation, DraftVersion version) {
        if (others.happenings().areHeard(organisation, HappeningKind.FLOW_PUBLISHED)) {
            var facts = JsonNodeFactory.instance
                    .objectNode()
                    .put("flow", version.key())
                    .put("version", version.version());
            others.happenings()
                    .tell(List.of(new Happening(
                            HappeningKind.FLOW_PUBLISHED,
                            organisation,
                            null,
                            others.clock().instant(),
                            facts,
                            JsonNodeFactory.instance::objectNode)));
        }
    }

    @Override
    public void wentLive(OrganisationId organisation) {
        flows.forget(organisation);
    }
}
