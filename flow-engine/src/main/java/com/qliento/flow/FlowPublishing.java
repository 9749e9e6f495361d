package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Names;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.StartTrigger;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.bpmn.XmlReader;
import com.qliento.check.FlowCheck;
import com.qliento.check.FlowEnvironment;
import com.qliento.engine.Processes;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaLibrary;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.ruleset.LiveDecisions;
import com.qliento.security.SecurityLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Drafts, checks and publishes flows, each for somebody whose role allows it, else {@link Problem} (forbidden). A published version never changes; conversations that run on an older one end on
 * it. Knows no screen.
 */
@Component
public class FlowPublishing {

    /** Characters of a note to a version. */
    static final int LONGEST_NOTE = 1_000;

    /** Bytes of a flow's file. */
    public static final int LARGEST_FILE = XmlReader.MOST_BYTES;

    private final FlowStore store;
    private final Flows flows;
    private final FlowCheck check;
    private final Deployment deployment;
    private final Clock clock;

    /** Where a version is deployed to. */
    @Component
    record Deployment(
            Processes processes,
            OrganisationScope scope,
            MediaLibrary files,
            LiveDecisions decisions,
            FlowReader reader,
            ObjectProvider<BeforePublishing> guards) {}

    FlowPublishing(FlowStore store, Flows flows, FlowCheck check, Deployment deployment, Clock clock) {
        this.store = store;
        this.flows = flows;
        this.check = check;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Keeps a BPMN file as the draft of a flow, new or known; whatever is wrong with it, as long as it can be read. */
    public FlowDraft saveDraft(Actor actor, String key, byte[] file) {
        actor.require(Permission.EDIT_FLOWS);
        var organisation = actor.organisation();
        if (!Names.flowKey(key)) {
            throw Problem.invalid(
                    "key",
                    "A flow's key has lower-case letters, digits and single hyphens, begins with a letter and has 63 at"
                            + " most. Choose such a key.");
        }
        byte[] bpmn = KeptText.ofXml(file);
        var model = read(bpmn);
        var name = model.name().isBlank() ? key : model.name();
        deployment.scope().run(organisation, () -> {
            if (store.saveDraft(organisation, key, new FlowStore.Drawing(name, bpmn, clock.instant(), actor.name()))) {
                store.announceDraft(organisation, key);
            }
        });
        return find(organisation, key);
    }

    private FlowModel read(byte[] bpmn) {
        try {
            return deployment.reader().read(bpmn);
        } catch (UnreadableFlow unreadable) {
            var problem = unreadable.problem(Locale.ENGLISH);
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "flow-unreadable",
                            "The file is no flow",
                            problem.message())
                    .with("problems", List.of(problem));
        }
    }

    /** Why a file can't be kept as a flow, in this language; empty when it can. */
    public Optional<String> refusal(byte[] bpmn, Locale language) {
        try {
            deployment.reader().read(KeptText.ofXml(bpmn));
            return Optional.empty();
        } catch (UnreadableFlow unreadable) {
            return Optional.of(unreadable.problem(language).message());
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

    /** All flows of the organisation by name, drafts too. */
    public List<FlowName> names(Actor actor) {
        actor.require(Permission.SEE_FLOWS);
        return deployment.scope().in(actor.organisation(), () -> store.names(actor.organisation()));
    }

    /** What is wrong with the draft, in English, errors first. */
    public List<FlowProblem> check(Actor actor, String key) {
        return check(actor, key, Locale.ENGLISH);
    }

    /** What is wrong with the draft, errors first, in this language (English when it is none of ours). */
    public List<FlowProblem> check(Actor actor, String key, Locale language) {
        return check(actor.organisation(), key, get(actor, key).bpmn(), language);
    }

    /** What is wrong with a file that is no draft yet, errors first. */
    public List<FlowProblem> check(Actor actor, String key, byte[] bpmn, Locale language) {
        actor.require(Permission.SEE_FLOWS);
        return check(actor.organisation(), key, bpmn, language);
    }

    private List<FlowProblem> check(OrganisationId organisation, String key, byte[] bpmn, Locale language) {
        var environment = new Environment(
                key, flows.live(organisation), new OrganisationFiles(organisation), (decision, version) -> deployment
                        .decisions()
                        .find(organisation, decision, version)
                        .map(LiveDecisions.Found::model));
        var problems = new ArrayList<>(check.check(bpmn, environment, language));
        if (problems.stream().noneMatch(FlowProblem::error)) {
            deployment
                    .reader()
                    .read(bpmn)
                    .start()
                    .flatMap(trigger -> environment.clash(trigger, language))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * Makes the draft the live version; throws {@link Problem} when it has errors, or {@link BeforePublishing} objects.
     *
     * @param note what is new, for colleagues; may be empty
     */
    public FlowVersion publish(Actor actor, String key, String note) {
        actor.require(Permission.PUBLISH_FLOWS);
        return publish(actor, get(actor, key), note, false);
    }

    /** As {@link #publish}, whoever objects; never with errors. */
    public FlowVersion publishAnyway(Actor actor, String key, String note) {
        actor.require(Permission.PUBLISH_FLOWS);
        return publish(actor, get(actor, key), note, true);
    }

    /** Makes exactly this drawing of the draft live. */
    FlowVersion publish(Actor actor, FlowDraft draft, String note, boolean anyway) {
        if (!anyway) {
            deployment.guards().forEach(guard -> guard.check(actor, draft.key()));
        }
        return goLive(actor, draft.key(), draft.bpmn(), KeptText.of(note));
    }

    /** Publishes an earlier version again, as a new one; the draft stays as it is. */
    public FlowVersion rollBack(Actor actor, String key, int version, String note) {
        actor.require(Permission.PUBLISH_FLOWS);
        var earlier = versions(actor, key).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("version of flow " + key, version));
        return goLive(actor, key, earlier.bpmn(), KeptText.of(note));
    }

    private FlowVersion goLive(Actor actor, String key, byte[] bpmn, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "A note has " + LONGEST_NOTE + " characters at most. Shorten it.")
                    .with("most", LONGEST_NOTE);
        }
        var organisation = actor.organisation();
        var problems = check(organisation, key, bpmn, Locale.ENGLISH);
        if (problems.stream().anyMatch(FlowProblem::error)) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "flow-has-errors",
                            "The flow has errors",
                            "The flow can't be published as it is. Mend what 'problems' lists, then publish again.")
                    .with("problems", problems);
        }
        var compiled = FlowCompiler.compile(deployment.reader().read(bpmn), key);
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
            var made = new FlowVersion(key, next, bpmn, definition, clock.instant(), actor.name(), note.strip());
            store.addVersion(organisation, made);
            store.setLive(organisation, key, next);
            store.announce(organisation);
            return made;
        });
        flows.forget(organisation);
        SecurityLog.published("flow", organisation, key, version.version(), actor.name());
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

    /** The files, read when the first one is asked for. */
    private final class OrganisationFiles {

        private final OrganisationId organisation;
        private @Nullable Map<UUID, MediaFacts> known;

        OrganisationFiles(OrganisationId organisation) {
            this.organisation = organisation;
        }

        Optional<MediaFacts> find(UUID id) {
            if (known == null) {
                known = deployment.files().of(organisation);
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
