package com.qliento.draft;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import java.util.Map;

/** One kind of what is drafted: what only its feature knows of it. */
public interface Subject {

    /**
     * Who may.
     *
     * @param see read drafts and versions
     * @param edit save drafts
     * @param publish make them live
     */
    record Rights(Permission see, Permission edit, Permission publish) {}

    /**
     * A file as it is kept.
     *
     * @param name what it is called by it
     */
    record Taken(String name, byte[] content) {

        @Override
        public String toString() {
            return "Taken";
        }
    }

    /** One English word in small letters: names the kind in rows, in codes of problems and in their sentences. */
    String kind();

    /** Who may do what. */
    Rights rights();

    /** How it is noted that a draft went live. */
    AuditAction published();

    /** How it is noted that an earlier version went live again. */
    AuditAction takenBack();

    /** What is kept of a file under this key, whatever is wrong with it; throws {@link Problem} when it can't be kept at all. */
    Taken take(String key, byte[] file);

    /** A draft was saved, perhaps the first of its key. Within the transaction of the organisation. */
    default void saved(OrganisationId organisation, String key) {}

    /** Throws {@link Problem} with what is wrong when this content can't be live under this key, beside what is live now. */
    void requireSound(OrganisationId organisation, String key, byte[] content);

    /**
     * What is live and may decide whether something else is sound: its versions by key. Within a transaction of the
     * organisation, as that sees it.
     */
    default Map<String, Integer> beside(OrganisationId organisation) {
        return Map.of();
    }

    /**
     * Throws {@link Problem} with the reason to hold a sound draft back. Outside of any transaction, and not when somebody
     * publishes anyway.
     */
    void requireAgreed(Actor actor, Draft draft);

    /** A version becomes the live one. Within the transaction of the organisation, which is undone when this throws. */
    void goesLive(OrganisationId organisation, DraftVersion version);

    /** What is live has changed. After the transaction, on this node. */
    void wentLive(OrganisationId organisation);
}
