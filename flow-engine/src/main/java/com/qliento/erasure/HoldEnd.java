package com.qliento.erasure;

import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.Deed;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends holds: what they held is erased like the rest, and what was certified is certified anew. */
@Component
class HoldEnd {

    private final HoldStore holds;
    private final ErasureProof proof;
    private final Tools tools;

    /** What it is done with. */
    @Component("holdEndTools")
    record Tools(OrganisationScope scope, Vault vault, Audit audit, Clock clock) {}

    HoldEnd(HoldStore holds, ErasureProof proof, Tools tools) {
        this.holds = holds;
        this.proof = proof;
        this.tools = tools;
    }

    List<HoldStore.Over> due(Instant now, int atMost) {
        return holds.over(now, atMost);
    }

    /**
     * The key first: whatever happens then, nobody reads it any more, and the end comes again.
     *
     * @param early somebody who ends it before its time; null when its time is over
     */
    void end(OrganisationId organisation, UUID id, @Nullable Early early) {
        boolean unused = tools.vault().destroySubject(organisation, new SubjectId(id));
        tools.scope().run(organisation, () -> {
            var erasure = holds.end(
                    id, early == null ? null : early.by(), tools.clock().instant());
            tools.audit().note(early == null ? itself(organisation, id) : early.deed());
            erasure.ifPresent(one -> proof.anew(organisation, one));
        });
    }

    /** Somebody who ends a hold. */
    record Early(String by, Deed deed) {}

    private static Deed itself(OrganisationId organisation, UUID id) {
        return new Deed(organisation, AuditActor.PLATFORM, AuditAction.HOLD_ENDED, id.toString());
    }
}
