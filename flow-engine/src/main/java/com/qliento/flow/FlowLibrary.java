package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Keys;
import com.qliento.block.Names;
import com.qliento.bpmn.DrawnName;
import com.qliento.draft.Draft;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The list of flows: what is in it, what comes into it, and how it is called and tagged. */
@Component
public class FlowLibrary {

    private static final ProblemType FLOW_EXISTS =
            new ProblemType(ProblemKind.CONFLICT, "flow-exists", "There is such a flow");

    /** Tags of one flow. */
    static final int MOST_TAGS = 10;

    /** Characters of a flow's name. */
    static final int LONGEST_NAME = 200;

    /** Characters of a tag. */
    static final int LONGEST_TAG = 30;

    private final FlowDrafts drafts;
    private final FlowShelf shelf;
    private final FlowStore store;
    private final OrganisationScope scope;
    private final ApplicationEventPublisher events;

    FlowLibrary(
            FlowDrafts drafts,
            FlowShelf shelf,
            FlowStore store,
            OrganisationScope scope,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.store = store;
        this.scope = scope;
        this.events = events;
    }

    /** All flows of the organisation, without their drawings, by name; those in the archive too. */
    public List<ShelvedFlow> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> shelf.all(actor.organisation()));
    }

    /** Some of those the filter lets through, in its order. */
    public List<ShelvedFlow> slice(Actor actor, FlowFilter filter, Slice slice) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> shelf.slice(actor.organisation(), filter, slice));
    }

    /** How many the filter lets through. */
    public int count(Actor actor, FlowFilter filter) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> shelf.count(actor.organisation(), filter));
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
        scope.run(actor.organisation(), () -> shelf.tag(actor.organisation(), key, List.copyOf(clean)));
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
        return scope.in(actor.organisation(), () -> {
            if (store.has(actor.organisation(), newKey)) {
                throw FLOW_EXISTS.because("The key '" + newKey + "' is taken. Choose another.");
            }
            var copy = drafts.overwrite(actor, newKey, DrawnName.replace(original.content(), required(newName)));
            events.publishEvent(new FlowCopied(actor.organisation(), key, newKey));
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
        return scope.in(actor.organisation(), () -> {
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
}
