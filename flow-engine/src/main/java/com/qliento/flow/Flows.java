package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds flows and lists them, for somebody whose role allows it, else {@link Problem} (forbidden). */
@Component
public class Flows {

    private final FlowDrafts drafts;
    private final FlowStore store;
    private final OrganisationScope scope;

    Flows(FlowDrafts drafts, FlowStore store, OrganisationScope scope) {
        this.drafts = drafts;
        this.store = store;
        this.scope = scope;
    }

    /** The flow; throws {@link Problem} (not found) when the organisation has none of this key. */
    public Draft get(Actor actor, String key) {
        return drafts.get(actor, key);
    }

    /** Throws {@link Problem} (not found) when the organisation has no flow of this key; reads nothing of it. */
    public void requireKnown(Actor actor, String key) {
        drafts.requireKnown(actor, key);
    }

    /** A page of flows after this key (null begins), by key. */
    public List<Draft> page(Actor actor, @Nullable String after, int size) {
        return drafts.page(actor, after, size);
    }

    /** All flows of the organisation by name, drafts too. */
    public List<FlowName> names(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.names(actor.organisation()));
    }
}
