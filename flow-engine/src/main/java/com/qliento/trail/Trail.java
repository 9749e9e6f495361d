package com.qliento.trail;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditEntry;
import com.qliento.audit.AuditFilter;
import com.qliento.audit.AuditHead;
import com.qliento.audit.AuditHeads;
import com.qliento.audit.AuditLog;
import com.qliento.audit.AuditVerification;
import com.qliento.audit.AuditVerifier;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.vault.Signing;
import com.qliento.vault.SigningKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit of an organisation, for somebody whose role allows it, else {@link Problem} (forbidden). */
@Component
public class Trail {

    /** So many places are verified at once at most. */
    public static final int MOST_VERIFIED = 100_000;

    /** So many entries are shown to people. */
    public static final int LISTED = 10_000;

    private final AuditLog log;
    private final AuditVerifier verifier;
    private final AuditHeads heads;
    private final Signing signing;

    Trail(AuditLog log, AuditVerifier verifier, AuditHeads heads, Signing signing) {
        this.log = log;
        this.verifier = verifier;
        this.heads = heads;
        this.signing = signing;
    }

    /** Entries after this one, the newest first; null begins. */
    public List<AuditEntry> page(Actor actor, AuditFilter filter, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_AUDIT);
        return log.page(actor.organisation(), filter, after, size);
    }

    /** Some of them, the newest first. */
    public List<AuditEntry> slice(Actor actor, AuditFilter filter, Slice slice) {
        actor.require(Permission.SEE_AUDIT);
        return log.slice(actor.organisation(), filter, slice.offset(), slice.size());
    }

    /** How many there are: of many the latest {@link #LISTED}. */
    public int count(Actor actor, AuditFilter filter) {
        actor.require(Permission.SEE_AUDIT);
        return log.count(actor.organisation(), filter, LISTED);
    }

    /**
     * Whether the chain is as it was written, from this place on; at most {@link #MOST_VERIFIED} places at once.
     *
     * @param from 1 for the beginning
     */
    public AuditVerification verify(Actor actor, long from, int atMost) {
        actor.require(Permission.SEE_AUDIT);
        if (from < 1) {
            throw Problem.invalid("from", "The chain begins with 1. Verify from there, or from where you left off.");
        }
        if (atMost < 1 || atMost > MOST_VERIFIED) {
            throw Problem.invalid("limit", "Between 1 and " + MOST_VERIFIED + " places are verified at once.")
                    .with("most", MOST_VERIFIED);
        }
        return verifier.verify(actor.organisation(), from, atMost);
    }

    /** The signed heads, the latest first. Whoever keeps them elsewhere can tell what was cut off, or made anew. */
    public List<AuditHead> heads(Actor actor) {
        actor.require(Permission.SEE_AUDIT);
        return heads.all(actor.organisation());
    }

    /** By which heads are checked, the one that signs now first. */
    public List<SigningKey> keys(Actor actor) {
        actor.require(Permission.SEE_AUDIT);
        return signing.keys();
    }
}
