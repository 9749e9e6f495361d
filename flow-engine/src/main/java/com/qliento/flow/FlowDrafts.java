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
 * did not see, and what is replaced on purpose is kept.
 */
@Component
public class FlowDrafts {

    static final String TOPIC = "draft";

    /** Earlier drafts of one flow that are kept however old they are. */
    static final int KEPT_FOR_EVER = 50;

    /** Earlier drafts of one flow that are kept at all. */
    static final int MOST_KEPT = 200;

    /** How long all of these are there. */
    static final Duration KEPT = Duration.ofDays(30);

    /** An id behind all others. */
    private static final UUID LAST = new UUID(-1L, -1L);

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
            unchanged(now, drawnOn);
            return publishing.saveDraft(actor, key, bpmn);
        });
    }

    private static void unchanged(FlowDraft now, long known) {
        if (now.revision() != known) {
            throw Problem.conflict(
                            "flow-changed",
                            "The flow was changed meanwhile",
                            "Somebody saved revision " + now.revision() + " of this flow while you were on revision "
                                    + known + ". Look at theirs, then go on with that revision.")
                    .with("revision", now.revision())
                    .with("by", now.draftBy());
        }
    }

    /**
     * Saves a file as the draft, of a new flow too, for whoever knows of no revision. What somebody else drew is kept.
     */
    public FlowDraft overwrite(Actor actor, String key, byte[] bpmn) {
        actor.require(Permission.EDIT_FLOWS);
        return scope.in(actor.organisation(), () -> {
            store.find(actor.organisation(), key, true)
                    .filter(theirs -> !theirs.draftBy().equals(actor.name()) && !Arrays.equals(theirs.bpmn(), bpmn))
                    .ifPresent(theirs -> keep(
                            actor.organisation(),
                            key,
                            theirs.bpmn(),
                            new KeptDraft(id(), theirs.draftBy(), theirs.draftAt())));
            return publishing.saveDraft(actor, key, bpmn);
        });
    }

    /**
     * Makes the draft the live version as somebody saw it.
     *
     * @param seen its revision
     * @param anyway even if {@link BeforePublishing} objects
     * @throws Problem {@code flow-changed} when somebody saved it meanwhile, else as {@link FlowPublishing#publish}
     */
    public FlowVersion publish(Actor actor, String key, String note, long seen, boolean anyway) {
        actor.require(Permission.PUBLISH_FLOWS);
        var draft = publishing.get(actor, key);
        unchanged(draft, seen);
        return publishing.publish(actor, draft, note, anyway);
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
        kept.forgetBeyond(organisation, key, MOST_KEPT, LAST);
        kept.forgetBeyond(
                organisation,
                key,
                KEPT_FOR_EVER,
                TimeOrderedId.at(clock.instant().minus(KEPT)));
    }

    /** Turns what the database tells all nodes into an event. */
    @Component
    record Announcements(ApplicationEventPublisher events) {

        @EventListener
        void heard(DatabaseNotification notification) {
            if (notification.missed()) {
                events.publishEvent(new DraftsMissed());
            } else if (notification.concerns(TOPIC)) {
                int slash = notification.key().indexOf('/');
                events.publishEvent(new DraftSaved(
                        OrganisationId.of(notification.key().substring(0, slash)),
                        notification.key().substring(slash + 1)));
            }
        }
    }
}
