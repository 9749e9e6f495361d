package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes flows out of sight, brings them back, and ends them. */
@Component
public class FlowArchive {

    private static final ProblemType FLOW_RUNNING =
            new ProblemType(ProblemKind.CONFLICT, "flow-running", "Conversations are in this flow");

    private final FlowDrafts drafts;
    private final FlowShelf shelf;
    private final FlowStore store;
    private final RunningFlows flows;
    private final DeployedFlows deployed;

    FlowArchive(FlowDrafts drafts, FlowShelf shelf, FlowStore store, RunningFlows flows, DeployedFlows deployed) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.store = store;
        this.flows = flows;
        this.deployed = deployed;
    }

    /** A live flow is taken away by those only who may make one live. */
    private void requireFor(Actor actor, String key) {
        actor.require(Permission.BUILD);
        if (drafts.get(actor, key).liveVersion() != null) {
            actor.require(Permission.PUBLISH);
        }
    }

    /** Takes a flow off the air and out of sight. Conversations that are in it end on their version. */
    public void archive(Actor actor, String key) {
        requireFor(actor, key);
        flows.change(actor.organisation(), () -> {
            shelf.archive(actor.organisation(), key);
            return actor.did(AuditAction.FLOW_ARCHIVED, key);
        });
    }

    /**
     * Brings a flow back from the archive, live again when it was; one that is not in the archive stays as it is.
     *
     * @param liveVersion the version to make live, one of the flow's own; null for none
     * @throws Problem {@code flow-has-errors} when that does not go with what was published meanwhile
     */
    public void unarchive(Actor actor, String key, @Nullable Integer liveVersion) {
        actor.require(liveVersion == null ? Permission.BUILD : Permission.PUBLISH);
        var organisation = actor.organisation();
        drafts.requireKnown(actor, key);
        flows.change(organisation, () -> {
            var live = liveVersion == null
                    ? null
                    : store.toBeLive(organisation, key, liveVersion)
                            .orElseThrow(() -> Problem.notFound("version of flow " + key, liveVersion));
            if (!shelf.unarchive(organisation, key)) {
                return null;
            }
            var deed = actor.did(AuditAction.FLOW_UNARCHIVED, key);
            if (live == null || liveVersion == null) {
                return deed;
            }
            drafts.requireSound(organisation, live);
            store.setLive(organisation, key, liveVersion);
            return deed.with("version", liveVersion);
        });
    }

    /**
     * Deletes a flow with all its versions and earlier drafts, for ever.
     *
     * @throws Problem {@code flow-running} while conversations are in it
     */
    public void delete(Actor actor, String key) {
        requireFor(actor, key);
        var organisation = actor.organisation();
        flows.change(organisation, () -> {
            if (!store.lock(organisation, key)) {
                throw Problem.notFound("flow", key);
            }
            long running = deployed.running(organisation, key);
            if (running > 0) {
                throw FLOW_RUNNING
                        .because(running
                                + " conversations are in this flow. Archive it, and delete it when they have"
                                + " ended.")
                        .with("now", running);
            }
            deployed.remove(organisation, key);
            shelf.delete(organisation, key);
            return actor.did(AuditAction.FLOW_DELETED, key);
        });
    }
}
