package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.database.DatabaseNotification;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drafts that several people draw. Each save says which revision it was drawn on; nothing is written over that its author
 * did not see, and what is replaced on purpose is kept as an earlier draft.
 *
 * <p>Of each flow the latest 50 earlier drafts of each author are kept for 30 days, however much anybody else puts aside.
 * Older ones go when the next one is kept.
 */
@Component
public class FlowDrafts {

    static final String TOPIC = "draft";

    /** The code of the problem that somebody else saved meanwhile. */
    static final String CHANGED = "flow-changed";

    /** How long an earlier draft is kept at least, as long as its author has not {@link #MOST_KEPT} newer ones. */
    static final Duration KEPT_FOR = Duration.ofDays(30);

    /** Earlier drafts kept of one flow and one author: nobody's pushes out another's. */
    static final int MOST_KEPT = 50;

    private final FlowPublishing publishing;
    private final FlowStore store;
    private final DraftStore kept;
    private final OrganisationScope scope;
    private final Clock clock;

    FlowDrafts(FlowPublishing publishing, FlowStore store, DraftStore kept, OrganisationScope scope, Clock clock) {
        this.publishing = publishing;
        this.store = store;
        this.kept = kept;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Saves a draft that was drawn on this revision. The same file again changes nothing.
     *
     * @throws Problem {@code flow-changed} when somebody saved it meanwhile, with {@code revision} and {@code by}
     */
    public FlowDraft save(Actor actor, String key, byte[] bpmn, long drawnOn) {
        return scope.in(actor.organisation(), () -> {
            var now = locked(actor, key);
            if (now.revision() != drawnOn) {
                throw changed(now, drawnOn);
            }
            return publishing.saveDraft(actor, key, bpmn);
        });
    }

    static Problem changed(FlowDraft now, long seen) {
        return Problem.conflict(
                        CHANGED,
                        "The flow was changed meanwhile",
                        "Somebody saved revision " + now.revision() + " of this flow; you saw revision " + seen
                                + ". Nothing was changed. Look at theirs, then do it again with that revision.")
                .with("revision", now.revision())
                .with("by", now.draftBy());
    }

    /** Makes this the draft, whatever was saved meanwhile; that is kept. The same file again changes nothing. */
    public FlowDraft takeOver(Actor actor, String key, byte[] bpmn) {
        return scope.in(actor.organisation(), () -> replace(actor, key, bpmn, locked(actor, key)));
    }

    /** As {@link #takeOver}; makes the flow when there is none of this key. */
    public FlowDraft put(Actor actor, String key, byte[] bpmn) {
        actor.require(Permission.EDIT_FLOWS);
        FlowPublishing.requireKey(key);
        return scope.in(actor.organisation(), () -> store.find(actor.organisation(), key, true)
                .map(theirs -> replace(actor, key, bpmn, theirs))
                .orElseGet(() -> publishing.saveDraft(actor, key, bpmn)));
    }

    private FlowDraft replace(Actor actor, String key, byte[] bpmn, FlowDraft theirs) {
        if (!Arrays.equals(theirs.bpmn(), bpmn)) {
            keep(actor.organisation(), key, theirs.bpmn(), new KeptDraft(id(), theirs.draftBy(), theirs.draftAt()));
        }
        return publishing.saveDraft(actor, key, bpmn);
    }

    /** Puts a drawing aside without making it the draft. */
    public KeptDraft putAside(Actor actor, String key, byte[] bpmn) {
        actor.require(Permission.EDIT_FLOWS);
        FlowPublishing.read(bpmn);
        return scope.in(actor.organisation(), () -> {
            locked(actor, key);
            var aside = new KeptDraft(id(), actor.name(), clock.instant());
            keep(actor.organisation(), key, bpmn, aside);
            return aside;
        });
    }

    /** Drafts that were put aside or replaced, the latest first. */
    public List<KeptDraft> kept(Actor actor, String key) {
        publishing.get(actor, key);
        return scope.in(actor.organisation(), () -> kept.list(actor.organisation(), key));
    }

    /** The drawing that was kept. */
    public byte[] bpmnOf(Actor actor, String key, UUID id) {
        publishing.get(actor, key);
        return scope.in(actor.organisation(), () -> kept.bpmn(actor.organisation(), key, id))
                .orElseThrow(() -> Problem.notFound("draft of flow " + key, id));
    }

    /** Makes a kept drawing the draft again; the one it replaces is kept. */
    public FlowDraft bringBack(Actor actor, String key, UUID id) {
        return takeOver(actor, key, bpmnOf(actor, key, id));
    }

    private FlowDraft locked(Actor actor, String key) {
        actor.require(Permission.EDIT_FLOWS);
        FlowPublishing.requireKey(key);
        return store.find(actor.organisation(), key, true).orElseThrow(() -> Problem.notFound("flow", key));
    }

    private UUID id() {
        return TimeOrderedId.at(clock.instant());
    }

    private void keep(OrganisationId organisation, String key, byte[] bpmn, KeptDraft draft) {
        kept.add(organisation, key, bpmn, draft);
        kept.forgetBeyond(organisation, key, MOST_KEPT);
        kept.forgetBefore(organisation, key, TimeOrderedId.at(clock.instant().minus(KEPT_FOR)));
    }

    /** Turns what the database tells all nodes into an event. */
    @Component
    record Announcements(ApplicationEventPublisher events) {

        @EventListener
        void heard(DatabaseNotification notification) {
            if (notification.missed()) {
                events.publishEvent(DraftSaved.ANY);
            } else if (notification.concerns(TOPIC)) {
                int slash = notification.key().indexOf('/');
                events.publishEvent(new DraftSaved(
                        OrganisationId.of(notification.key().substring(0, slash)),
                        notification.key().substring(slash + 1)));
            }
        }
    }
}
