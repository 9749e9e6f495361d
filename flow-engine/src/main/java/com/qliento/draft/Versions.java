package com.qliento.draft;

import com.qliento.account.Actor;
import com.qliento.audit.Deed;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.security.SecurityLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published versions of one kind of drafts, each for somebody whose role allows it, else {@link Problem} (forbidden). A
 * published version never changes. Knows no screen.
 */
public class Versions {

    /** Characters of a note to a version. */
    public static final int LONGEST_NOTE = 1_000;

    private final Subject subject;
    private final DraftRoom room;
    private final DraftShelf shelf;

    protected Versions(Subject subject, DraftRoom room) {
        this.subject = subject;
        this.room = room;
        this.shelf = room.shelf(subject.kind());
    }

    /**
     * Makes the draft the live version, whatever revision it is; throws {@link Problem} when it has errors or its test
     * cases fail.
     *
     * @param note what is new, for colleagues; may be empty
     */
    public DraftVersion publish(Actor actor, String key, String note) {
        return publish(actor, key, note, null, false);
    }

    /**
     * Makes the draft the live version as somebody saw it. Reads and checks it once: what is checked is what goes live,
     * also if somebody saves meanwhile.
     *
     * @param note what is new, for colleagues; may be empty
     * @param seen its revision; null for whatever is the draft
     * @param anyway even if its test cases fail; never with errors
     * @throws Problem {@code …-changed} when somebody saved it meanwhile, else as {@link #publish(Actor, String, String)}
     */
    public DraftVersion publish(Actor actor, String key, String note, @Nullable Long seen, boolean anyway) {
        actor.require(subject.rights().publish());
        String kept = kept(note);
        Draft draft = room.scope()
                .in(actor.organisation(), () -> shelf.find(actor.organisation(), key, false))
                .orElseThrow(() -> Problem.notFound(subject.kind(), key));
        if (seen != null) {
            Changed.require(subject.kind(), draft, seen);
        }
        var beside = beside(actor.organisation());
        subject.requireSound(actor.organisation(), key, draft.content());
        if (!anyway) {
            subject.requireAgreed(actor, draft);
        }
        return goLive(actor.did(subject.published(), key), actor, draft.content(), kept, beside);
    }

    /** Publishes an earlier version again, as a new one; the draft stays as it is. */
    public DraftVersion rollBack(Actor actor, String key, int version, String note) {
        actor.require(subject.rights().publish());
        String kept = kept(note);
        byte[] earlier = version(actor, key, version).content();
        var beside = beside(actor.organisation());
        subject.requireSound(actor.organisation(), key, earlier);
        return goLive(actor.did(subject.takenBack(), key).with("of", version), actor, earlier, kept, beside);
    }

    private static String kept(String note) {
        String kept = KeptText.of(note);
        if (kept.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "A note has " + LONGEST_NOTE + " characters at most. Shorten it.")
                    .with("most", LONGEST_NOTE);
        }
        return kept.strip();
    }

    private Map<String, Integer> beside(OrganisationId organisation) {
        return room.scope().in(organisation, () -> subject.beside(organisation));
    }

    /** @param beside what was live before the content was found sound: beside anything else it is looked at once more */
    private DraftVersion goLive(Deed deed, Actor actor, byte[] content, String note, Map<String, Integer> beside) {
        var organisation = deed.organisation();
        var key = deed.about();
        DraftVersion made = room.scope().in(organisation, () -> {
            shelf.lockLive(organisation);
            if (!shelf.lock(organisation, key)) {
                throw Problem.notFound(subject.kind(), key);
            }
            if (!subject.beside(organisation).equals(beside)) {
                subject.requireSound(organisation, key, content);
            }
            int next = shelf.nextVersion(organisation, key);
            var version = new DraftVersion(key, next, content, room.clock().instant(), actor.name(), note);
            shelf.addVersion(organisation, version);
            shelf.setLive(organisation, key, next);
            subject.goesLive(organisation, version);
            room.audit().note(deed.with("version", next));
            return version;
        });
        subject.wentLive(organisation);
        SecurityLog.published(subject.kind(), organisation, key, made.version(), actor.name());
        return made;
    }

    /** All versions of a key, newest first. */
    public List<DraftVersion> versions(Actor actor, String key) {
        seen(actor, key);
        return room.scope().in(actor.organisation(), () -> shelf.versions(actor.organisation(), key));
    }

    /** One version. */
    public DraftVersion version(Actor actor, String key, int version) {
        seen(actor, key);
        return room.scope()
                .in(actor.organisation(), () -> shelf.version(actor.organisation(), key, version))
                .orElseThrow(() -> Problem.notFound("version of " + subject.kind() + " " + key, version));
    }

    private void seen(Actor actor, String key) {
        actor.require(subject.rights().see());
        if (!room.scope().in(actor.organisation(), () -> shelf.has(actor.organisation(), key))) {
            throw Problem.notFound(subject.kind(), key);
        }
    }

    /** Whether this author published a version of anything. */
    public boolean hasPublished(Actor actor) {
        actor.require(subject.rights().see());
        return room.scope().in(actor.organisation(), () -> shelf.hasPublished(actor.organisation(), actor.name()));
    }
}
