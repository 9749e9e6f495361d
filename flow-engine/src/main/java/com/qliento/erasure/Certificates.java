package com.qliento.erasure;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Certificates of erasures. Every method is for somebody whose role allows to work people's requests, else {@link Problem}
 * (forbidden).
 */
@Component
public class Certificates {

    private final CertificateStore store;
    private final OrganisationScope scope;

    Certificates(CertificateStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** Those of an erasure, the latest first: each replaces the one before. None until it is done. */
    public List<UUID> of(Actor actor, UUID erasure) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.of(actor.organisation(), erasure));
    }

    /**
     * The text of one, to be kept to the letter: {@link CertificateCheck} checks it anywhere, and so does any tool for DSSE.
     * Throws {@link Problem} (not found) when the organisation has none such.
     */
    public String envelope(Actor actor, UUID id) {
        return kept(actor, id).envelope();
    }

    /** What it says, as JSON a person can read. Throws as {@link #envelope}. */
    public String content(Actor actor, UUID id) {
        return kept(actor, id).content().toPrettyString();
    }

    private CertificateStore.Kept kept(Actor actor, UUID id) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("certificate", id));
    }
}
