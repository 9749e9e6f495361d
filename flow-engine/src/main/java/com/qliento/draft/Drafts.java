package com.qliento.draft;

import com.qliento.account.Actor;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of one kind that several people write, each for somebody whose role allows it, else {@link Problem} (forbidden).
 * Each save says which revision it was written on; nothing is written over that its author did not see, and what is
 * replaced on purpose is kept.
 */
public class Drafts {

    /** Earlier drafts of one key that are kept however old they are. */
    public static final int KEPT_FOR_EVER = 50;

    /** Earlier drafts of one key that are kept at all. */
    public static final int MOST_KEPT = 200;

    /** How long all of these are there. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** An id behind all others. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Subject subject;
    private final DraftRoom room;
    private final DraftShelf shelf;
    private final KeptShelf kept;

    protected Drafts(Subject subject, DraftRoom room) {
        this.subject = subject;
        this.room = room;
        this.shelf = room.shelf(subject.kind());
        this.kept = room.kept(subject.kind());
    }

    /** What they are drafts of, as {@link DraftSaved} names it. */
    public String kind() {
        return subject.kind();
    }

    /** The draft; throws {@link Problem} (not found) when the organisation has none of this key. */
    public Draft get(Actor actor, String key) {
        actor.require(subject.rights().see());
        return room.scope()
                .in(actor.organisation(), () -> shelf.find(actor.organisation(), key, false))
                .orElseThrow(() -> Problem.notFound(subject.kind(), key));
    }

    /** Throws {@link Problem} (not found) when the organisation has none of this key; reads nothing of it. */
    public void requireKnown(Actor actor, String key) {
        actor.require(subject.rights().see());
        if (!room.scope().in(actor.organisation(), () -> shelf.has(actor.organisation(), key))) {
            throw Problem.notFound(subject.kind(), key);
        }
    }

    /** A page of drafts after this key (null begins), by key. */
    public List<Draft> page(Actor actor, @Nullable String after, int size) {
        actor.require(subject.rights().see());
        return room.scope().in(actor.organisation(), () -> shelf.page(actor.organisation(), after, size));
    }

    /**
     * Saves a draft that was written on this revision. The same file again changes nothing.
     *
     * @throws Problem {@code …-changed}, see {@link #changedMeanwhile}, with {@code revision} and {@code by}
     */
    public Draft save(Actor actor, String key, byte[] file, long writtenOn) {
        actor.require(subject.rights().edit());
        var taken = subject.take(key, file);
        return room.scope().in(actor.organisation(), () -> {
            Changed.require(subject.kind(), locked(actor, key), writtenOn);
            return write(actor, key, taken);
        });
    }

    /** Whether a problem says that somebody saved the draft meanwhile. */
    public boolean changedMeanwhile(Problem problem) {
        return problem.is(Changed.type(subject.kind()));
    }

    /** Whether a problem says that the draft has errors. */
    public boolean hasErrors(Problem problem) {
        return problem.is(HasErrors.type(subject.kind()));
    }

    /**
     * Saves a file as the draft, of a new key too, for whoever knows of no revision. What somebody else wrote is kept.
     */
    public Draft overwrite(Actor actor, String key, byte[] file) {
        actor.require(subject.rights().edit());
        var taken = subject.take(key, file);
        return room.scope().in(actor.organisation(), () -> {
            shelf.find(actor.organisation(), key, true)
                    .filter(theirs ->
                            !theirs.draftBy().equals(actor.name()) && !Arrays.equals(theirs.content(), taken.content()))
                    .ifPresent(theirs -> keep(actor.organisation(), theirs));
            return write(actor, key, taken);
        });
    }

    /** Makes this the draft, whatever was saved meanwhile; that is kept. */
    public Draft takeOver(Actor actor, String key, byte[] file) {
        actor.require(subject.rights().edit());
        var taken = subject.take(key, file);
        return room.scope().in(actor.organisation(), () -> {
            keep(actor.organisation(), locked(actor, key));
            return write(actor, key, taken);
        });
    }

    private Draft write(Actor actor, String key, Subject.Taken taken) {
        var organisation = actor.organisation();
        var drawing = new DraftShelf.Drawing(taken, room.clock().instant(), actor.name());
        if (shelf.save(organisation, key, drawing)) {
            subject.saved(organisation, key);
            shelf.announce(organisation, key);
        }
        return shelf.find(organisation, key, false).orElseThrow(() -> Problem.notFound(subject.kind(), key));
    }

    /** Puts a file aside without making it the draft. */
    public KeptDraft putAside(Actor actor, String key, byte[] file) {
        actor.require(subject.rights().edit());
        return room.scope().in(actor.organisation(), () -> {
            locked(actor, key);
            var aside = new KeptDraft(id(), actor.name(), room.clock().instant());
            keep(actor.organisation(), key, file, aside);
            return aside;
        });
    }

    /** Drafts that were put aside or replaced, the latest first. */
    public List<KeptDraft> kept(Actor actor, String key) {
        requireKnown(actor, key);
        return room.scope().in(actor.organisation(), () -> kept.list(actor.organisation(), key));
    }

    /** The file that was kept. */
    public byte[] contentOf(Actor actor, String key, UUID id) {
        requireKnown(actor, key);
        return room.scope()
                .in(actor.organisation(), () -> kept.content(actor.organisation(), key, id))
                .orElseThrow(() -> Problem.notFound("draft of " + subject.kind() + " " + key, id));
    }

    /** Makes a kept file the draft again; the one it replaces is kept. */
    public Draft bringBack(Actor actor, String key, UUID id) {
        actor.require(subject.rights().edit());
        return takeOver(actor, key, contentOf(actor, key, id));
    }

    private Draft locked(Actor actor, String key) {
        return shelf.find(actor.organisation(), key, true).orElseThrow(() -> Problem.notFound(subject.kind(), key));
    }

    private UUID id() {
        return TimeOrderedId.at(room.clock().instant());
    }

    private void keep(OrganisationId organisation, Draft theirs) {
        keep(organisation, theirs.key(), theirs.content(), new KeptDraft(id(), theirs.draftBy(), theirs.draftAt()));
    }

    private void keep(OrganisationId organisation, String key, byte[] content, KeptDraft draft) {
        kept.add(organisation, key, content, draft);
        kept.forgetBeyond(organisation, key, MOST_KEPT, LAST);
        kept.forgetBeyond(
                organisation,
                key,
                KEPT_FOR_EVER,
                TimeOrderedId.at(room.clock().instant().minus(KEPT)));
    }
}
