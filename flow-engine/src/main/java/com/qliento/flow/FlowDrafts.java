package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.database.DatabaseNotification;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drafts that several people draw. Each save says which revision it was drawn on; nothing is written over that its author
 * did not see, and what is replaced on purpose is kept.
 */
@Component
public class FlowDrafts {

    static final String TOPIC = "draft";

    /** Earlier drafts kept of one flow. */
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
                throw Problem.conflict(
                                "flow-changed",
                                "The flow was changed meanwhile",
                                "Somebody saved revision " + now.revision()
                                        + " of this flow while you drew on revision " + drawnOn
                                        + ". Look at theirs, then save on that revision.")
                        .with("revision", now.revision())
                        .with("by", now.draftBy());
            }
            return publishing.saveDraft(actor, key, bpmn);
        });
    }

    /** Makes this the draft, whatever was saved meanwhile; that is kept. */
    public FlowDraft takeOver(Actor actor, String key, byte[] bpmn) {
        return scope.in(actor.organisation(), () -> {
            var theirs = locked(actor, key);
            keep(actor.organisation(), key, theirs.bpmn(), new KeptDraft(id(), theirs.draftBy(), theirs.draftAt()));
            return publishing.saveDraft(actor, key, bpmn);
        });
    }

    /** Puts a drawing aside without making it the draft. */
    public KeptDraft putAside(Actor actor, String key, byte[] bpmn) {
        actor.require(Permission.EDIT_FLOWS);
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
        actor.require(Permission.EDIT_FLOWS);
        return takeOver(actor, key, bpmnOf(actor, key, id));
    }

    private FlowDraft locked(Actor actor, String key) {
        actor.require(Permission.EDIT_FLOWS);
        return store.find(actor.organisation(), key, true).orElseThrow(() -> Problem.notFound("flow", key));
    }

    private UUID id() {
        return TimeOrderedId.at(clock.instant());
    }

    private void keep(OrganisationId organisation, String key, byte[] bpmn, KeptDraft draft) {
        kept.add(organisation, key, bpmn, draft);
        kept.forgetBeyond(organisation, key, MOST_KEPT);
    }

    /** Turns what the database tells all nodes into an event. */
    @Component
    record Announcements(ApplicationEventPublisher events) {

        @EventListener
        void heard(DatabaseNotification notification) {
            if (!notification.missed() && notification.concerns(TOPIC)) {
                int slash = notification.key().indexOf('/');
                events.publishEvent(new DraftSaved(
                        OrganisationId.of(notification.key().substring(0, slash)),
                        notification.key().substring(slash + 1)));
            }
        }
    }
}
