package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Keys;
import com.qliento.block.Names;
import com.qliento.bpmn.DrawnName;
import com.qliento.bpmn.FlowReader;
import com.qliento.draft.Draft;
import com.qliento.engine.Processes;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The life of flows beside drawing them: copies, tags, the archive, and their end. */
@Component
public class FlowLibrary {

    private static final ProblemType FLOW_EXISTS =
            new ProblemType(ProblemKind.CONFLICT, "flow-exists", "There is such a flow");
    private static final ProblemType FLOW_RUNNING =
            new ProblemType(ProblemKind.CONFLICT, "flow-running", "Conversations are in this flow");

    private static final int ALL = 100_000;

    /** Tags of one flow. */
    static final int MOST_TAGS = 10;

    /** Characters of a flow's name. */
    static final int LONGEST_NAME = 200;

    /** Characters of a tag. */
    static final int LONGEST_TAG = 30;

    private final FlowDrafts drafts;
    private final FlowShelf shelf;
    private final RunningFlows flows;
    private final Parts parts;

    /** Where flows are kept and run. */
    @Component
    record Parts(
            FlowStore store,
            Processes processes,
            FlowTraffic traffic,
            FlowReader reader,
            OrganisationScope scope,
            Clock clock,
            ApplicationEventPublisher events) {}

    FlowLibrary(FlowDrafts drafts, FlowShelf shelf, RunningFlows flows, Parts parts) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.flows = flows;
        this.parts = parts;
    }

    /** All flows of the organisation, without their drawings, by name; those in the archive too. */
    public List<ShelvedFlow> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return parts.scope().in(actor.organisation(), () -> shelf.all(actor.organisation()));
    }

    /** Some of those the filter lets through, in its order. */
    public List<ShelvedFlow> slice(Actor actor, FlowFilter filter, Slice slice) {
        actor.require(Permission.LOOK_ON);
        return parts.scope().in(actor.organisation(), () -> shelf.slice(actor.organisation(), filter, slice));
    }

    /** How many the filter lets through. */
    public int count(Actor actor, FlowFilter filter) {
        actor.require(Permission.LOOK_ON);
        return parts.scope().in(actor.organisation(), () -> shelf.count(actor.organisation(), filter));
    }

    /**
     * How much a flow is used.
     *
     * @param now conversations that are in it
     * @param lastDay conversations that came to it in the last 24 hours
     */
    public record Use(long now, long lastDay) {

        /** Of a flow that nobody met. */
        public static final Use NONE = new Use(0, 0);
    }

    /** How much each flow is used, by its key; those that nobody met are left out. May be half a minute old. */
    public Map<String, Use> use(Actor actor) {
        actor.require(Permission.LOOK_ON);
        var organisation = actor.organisation();
        var day = new HashMap<String, Long>();
        var keys = parts.scope().in(organisation, () -> parts.store().keysByDefinition(organisation));
        parts.traffic().lastDay(organisation).forEach((definition, count) -> {
            var key = keys.get(definition);
            if (key != null) {
                day.merge(key, count, Long::sum);
            }
        });
        var now = parts.traffic().running(organisation);
        var use = new HashMap<String, Use>();
        day.forEach((key, count) -> use.put(key, new Use(now.getOrDefault(key, 0L), count)));
        now.forEach((key, count) -> use.putIfAbsent(key, new Use(count, 0)));
        return use;
    }

    /** Gives a flow this name; its drawing says it too. */
    public Draft rename(Actor actor, String key, String name) {
        actor.require(Permission.BUILD);
        var draft = drafts.get(actor, key);
        return drafts.save(actor, key, DrawnName.replace(draft.content(), required(name)), draft.revision());
    }

    private static String required(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A flow's name has 1 to " + LONGEST_NAME + " characters.")
                    .with("most", LONGEST_NAME);
        }
        return name.strip();
    }

    /** Gives a flow these tags in place of those it has; blank ones are left out. */
    public void tag(Actor actor, String key, Collection<String> tags) {
        actor.require(Permission.BUILD);
        var clean = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        tags.stream()
                .map(KeptText::of)
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(clean::add);
        if (clean.size() > MOST_TAGS || clean.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw Problem.invalid(
                            "tags",
                            "A flow has " + MOST_TAGS + " tags at most, of " + LONGEST_TAG + " characters at most.")
                    .with("most", MOST_TAGS);
        }
        drafts.requireKnown(actor, key);
        parts.scope().run(actor.organisation(), () -> shelf.tag(actor.organisation(), key, List.copyOf(clean)));
    }

    /**
     * Makes a new flow with the same drawing and all that belongs to it ({@link FlowCopied}): a draft, which is not live.
     *
     * @param newKey of the copy; nobody's yet
     */
    public Draft duplicate(Actor actor, String key, String newKey, String newName) {
        actor.require(Permission.BUILD);
        if (!Names.flowKey(newKey)) {
            throw Problem.invalid("key", "A flow's key has lower-case letters, digits and single hyphens.");
        }
        var original = drafts.get(actor, key);
        return parts.scope().in(actor.organisation(), () -> {
            if (parts.store().has(actor.organisation(), newKey)) {
                throw FLOW_EXISTS.because("The key '" + newKey + "' is taken. Choose another.");
            }
            var copy = drafts.overwrite(actor, newKey, DrawnName.replace(original.content(), required(newName)));
            parts.events().publishEvent(new FlowCopied(actor.organisation(), key, newKey));
            return copy;
        });
    }

    /**
     * Keeps a file as the draft of a new flow, whose key is made of this name.
     *
     * @throws Problem when the file is no flow
     */
    public Draft add(Actor actor, String name, byte[] bpmn) {
        actor.require(Permission.BUILD);
        return parts.scope().in(actor.organisation(), () -> {
            shelf.lockKeys(actor.organisation());
            return drafts.overwrite(actor, freeKey(actor, name), bpmn);
        });
    }

    /** A key made of a name that no flow has yet. */
    public String freeKey(Actor actor, String name) {
        var base = Keys.of(name, "flow");
        var taken = all(actor).stream().map(ShelvedFlow::key).toList();
        var key = base;
        for (int n = 2; taken.contains(key); n++) {
            key = base + "-" + n;
        }
        return key;
    }

    /**
     * What stops working when a flow is archived or deleted.
     *
     * @param startedBy names of flows that start it, as drafts or live
     * @param keywords that nobody answers then; empty when it is not live
     * @param anyMessage whether messages that no keyword matches go to it
     * @param running conversations that are in it now
     */
    public record Breaks(List<String> startedBy, List<String> keywords, boolean anyMessage, long running) {

        /** Whether nothing does. */
        public boolean nothing() {
            return startedBy.isEmpty() && keywords.isEmpty() && !anyMessage && running == 0;
        }
    }

    /** What stops working when this flow is archived or deleted. */
    public Breaks whatBreaks(Actor actor, String key) {
        var flow = drafts.get(actor, key);
        var organisation = actor.organisation();
        var live = flow.liveVersion() == null ? null : flows.live(organisation).withKey(key);
        var trigger = live == null ? null : live.start().orElse(null);
        var startedBy = parts.scope().in(organisation, () -> parts.store().page(organisation, null, ALL)).stream()
                .filter(other -> !other.key().equals(key) && starts(organisation, other, key))
                .map(Draft::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        long running = parts.scope().in(organisation, () -> running(organisation, key));
        return new Breaks(
                startedBy,
                trigger == null ? List.of() : List.copyOf(new TreeSet<>(trigger.keywords())),
                trigger != null && trigger.any(),
                running);
    }

    /** Those that another flow brought into it stand in the engine alone. */
    private long running(OrganisationId organisation, String key) {
        long inEngine = parts.store().definitions(organisation, key).stream()
                .mapToLong(parts.processes()::running)
                .sum();
        return Math.max(inEngine, parts.traffic().running(organisation, key));
    }

    private boolean starts(OrganisationId organisation, Draft other, String key) {
        var live = flows.live(organisation).withKey(other.key());
        return parts.reader().read(other.content()).calledFlows().contains(key)
                || (live != null && live.calledFlows().contains(key));
    }

    /** A live flow is taken away by those only who may make one live. */
    private void requireFor(Actor actor, String key) {
        actor.require(Permission.BUILD);
        if (drafts.get(actor, key).liveVersion() != null) {
            actor.require(Permission.PUBLISH);
        }
    }

    /** Takes a flow off the air and out of sight. Conversations that are in it end on their version. */
    public void archive(Actor actor, String key) {
        requireFor(actor, key);
        parts.scope().run(actor.organisation(), () -> {
            shelf.archive(actor.organisation(), key, parts.clock().instant());
            parts.store().announce(actor.organisation());
        });
        flows.forget(actor.organisation());
    }

    /**
     * Brings a flow back from the archive, live again when it was; one that is not in the archive stays as it is.
     *
     * @param liveVersion the version to make live, one of the flow's own; null for none
     */
    public void unarchive(Actor actor, String key, @Nullable Integer liveVersion) {
        actor.require(liveVersion == null ? Permission.BUILD : Permission.PUBLISH);
        var organisation = actor.organisation();
        drafts.requireKnown(actor, key);
        parts.scope().run(organisation, () -> {
            if (liveVersion != null && !parts.store().hasVersion(organisation, key, liveVersion)) {
                throw Problem.notFound("version of flow " + key, liveVersion);
            }
            if (shelf.unarchive(organisation, key) && liveVersion != null) {
                parts.store().setLive(organisation, key, liveVersion);
            }
            parts.store().announce(organisation);
        });
        flows.forget(organisation);
    }

    /**
     * Deletes a flow with all its versions and earlier drafts, for ever.
     *
     * @throws Problem {@code flow-running} while conversations are in it
     */
    public void delete(Actor actor, String key) {
        requireFor(actor, key);
        var organisation = actor.organisation();
        parts.scope().run(organisation, () -> {
            if (!parts.store().lock(organisation, key)) {
                throw Problem.notFound("flow", key);
            }
            long running = running(organisation, key);
            if (running > 0) {
                throw FLOW_RUNNING
                        .because(running
                                + " conversations are in this flow. Archive it, and delete it when they have"
                                + " ended.")
                        .with("now", running);
            }
            parts.store().definitions(organisation, key).forEach(parts.processes()::undeploy);
            shelf.delete(organisation, key);
            parts.store().announce(organisation);
        });
        flows.forget(organisation);
    }
}
