package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Names;
import com.qliento.engine.Processes;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Drafts, checks and publishes flows, each for somebody whose role allows it, else {@link Problem} (forbidden). A published version never changes; conversations that run on an older one end on
 * it. Knows no screen.
 */
@Component
public class FlowPublishing {

    private final FlowStore store;
    private final Flows flows;
    private final FlowCheck check;
    private final Deployment deployment;
    private final Clock clock;

    /** Where a version is deployed to. */
    @Component
    record Deployment(Processes processes, OrganisationScope scope) {}

    FlowPublishing(FlowStore store, Flows flows, FlowCheck check, Deployment deployment, Clock clock) {
        this.store = store;
        this.flows = flows;
        this.check = check;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Keeps a BPMN file as the draft of a flow, new or known; whatever is wrong with it, as long as it can be read. */
    public FlowDraft saveDraft(Actor actor, String key, byte[] bpmn) {
        actor.require(Permission.EDIT_FLOWS);
        var organisation = actor.organisation();
        if (!Names.flowKey(key)) {
            throw Problem.invalid(
                    "key",
                    "A flow's key has lower-case letters, digits and single hyphens, begins with a letter and has 63 at"
                            + " most. Choose such a key.");
        }
        var model = read(bpmn);
        var name = model.name().isBlank() ? key : model.name();
        deployment.scope().run(organisation, () -> store.saveDraft(organisation, key, name, bpmn, clock.instant()));
        return find(organisation, key);
    }

    private static FlowModel read(byte[] bpmn) {
        try {
            return FlowModel.read(bpmn);
        } catch (UnreadableFlow unreadable) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "flow-unreadable",
                            "The file is no flow",
                            unreadable.problem().message())
                    .with("problems", List.of(unreadable.problem()));
        }
    }

    /** The flow; throws {@link Problem} (not found) when the organisation has none of this key. */
    public FlowDraft get(Actor actor, String key) {
        actor.require(Permission.SEE_FLOWS);
        return find(actor.organisation(), key);
    }

    private FlowDraft find(OrganisationId organisation, String key) {
        return deployment
                .scope()
                .in(organisation, () -> store.find(organisation, key, false))
                .orElseThrow(() -> Problem.notFound("flow", key));
    }

    /** A page of flows after this key (null begins), by key. */
    public List<FlowDraft> page(Actor actor, @Nullable String after, int size) {
        actor.require(Permission.SEE_FLOWS);
        var organisation = actor.organisation();
        return deployment.scope().in(organisation, () -> store.page(organisation, after, size));
    }

    /** What is wrong with the draft, errors first. */
    public List<FlowProblem> check(Actor actor, String key) {
        return check(actor.organisation(), key, get(actor, key).bpmn());
    }

    private List<FlowProblem> check(OrganisationId organisation, String key, byte[] bpmn) {
        var environment = new Environment(key, flows.live(organisation));
        var problems = new java.util.ArrayList<>(check.check(bpmn, environment));
        if (problems.stream().noneMatch(FlowProblem::error)) {
            FlowModel.read(bpmn)
                    .start()
                    .flatMap(trigger -> environment.clash(trigger))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** Makes the draft the live version; throws {@link Problem} with the problems when it has errors. */
    public FlowVersion publish(Actor actor, String key) {
        actor.require(Permission.PUBLISH_FLOWS);
        return goLive(actor, key, get(actor, key).bpmn());
    }

    /** Publishes an earlier version again, as a new one; the draft stays as it is. */
    public FlowVersion rollBack(Actor actor, String key, int version) {
        actor.require(Permission.PUBLISH_FLOWS);
        var earlier = versions(actor, key).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("version of flow " + key, version));
        return goLive(actor, key, earlier.bpmn());
    }

    private FlowVersion goLive(Actor actor, String key, byte[] bpmn) {
        var organisation = actor.organisation();
        var problems = check(organisation, key, bpmn);
        if (problems.stream().anyMatch(FlowProblem::error)) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "flow-has-errors",
                            "The flow has errors",
                            "The flow can't be published as it is. Mend what 'problems' lists, then publish again.")
                    .with("problems", problems);
        }
        var compiled = FlowCompiler.compile(FlowModel.read(bpmn), key);
        var version = deployment.scope().in(organisation, () -> {
            if (store.find(organisation, key, true).isEmpty()) {
                throw Problem.notFound("flow", key);
            }
            int next = store.versions(organisation, key).stream()
                            .mapToInt(FlowVersion::version)
                            .max()
                            .orElse(0)
                    + 1;
            var definition = deployment.processes().deploy(organisation, FlowCompiler.processKey(key), compiled);
            var made = new FlowVersion(key, next, bpmn, definition, clock.instant(), actor.name());
            store.addVersion(organisation, made);
            store.setLive(organisation, key, next);
            store.announce(organisation);
            return made;
        });
        flows.forget(organisation);
        return version;
    }

    /** All versions of a flow, newest first. */
    public List<FlowVersion> versions(Actor actor, String key) {
        get(actor, key);
        return deployment.scope().in(actor.organisation(), () -> store.versions(actor.organisation(), key));
    }

    /** Whether this author published a version of any flow. */
    public boolean hasPublished(Actor actor) {
        actor.require(Permission.SEE_FLOWS);
        return deployment
                .scope()
                .in(actor.organisation(), () -> store.hasPublished(actor.organisation(), actor.name()));
    }

    private record Environment(String flowKey, LiveFlows live) implements FlowEnvironment {

        @Override
        public boolean published(String otherKey) {
            return live.withKey(otherKey) != null;
        }

        @Override
        public Set<String> calls(String otherKey) {
            var other = live.withKey(otherKey);
            return other == null ? Set.of() : other.calledFlows();
        }

        Optional<FlowProblem> clash(StartTrigger trigger) {
            return live.clashing(flowKey, trigger)
                    .map(other -> new FlowProblem(
                            FlowProblem.Severity.WARNING,
                            "keyword-taken",
                            trigger.elementId(),
                            null,
                            0,
                            "The flow '" + other.key()
                                    + "' has a keyword of this one too; the flow whose key comes first"
                                    + " in the alphabet gets the message. Choose other words, or remove them there."));
        }
    }
}
