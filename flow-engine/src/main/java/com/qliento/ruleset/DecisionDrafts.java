package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Keys;
import com.qliento.draft.DraftRoom;
import com.qliento.draft.Drafts;
import com.qliento.organisation.OrganisationScope;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds and saves drafts of decisions. */
@Component
public class DecisionDrafts extends Drafts {

    /** Bytes of a decision's file. */
    public static final int LARGEST_FILE = 8_000_000;

    private final DecisionStore store;
    private final OrganisationScope scope;

    DecisionDrafts(DecisionSubject decisions, DraftRoom room, DecisionStore store, OrganisationScope scope) {
        super(decisions, room);
        this.store = store;
        this.scope = scope;
    }

    /** A key for a new decision of this name that none has yet. */
    public String freeKey(Actor actor, String name) {
        actor.require(Permission.LOOK_ON);
        String base = Keys.of(name, "decision");
        return scope.in(actor.organisation(), () -> IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? base : base + "-" + i)
                .filter(key -> !store.has(actor.organisation(), key))
                .findFirst()
                .orElseThrow());
    }

    /** Whether the organisation has a decision of this key. */
    boolean knows(Actor actor, String key) {
        return scope.in(actor.organisation(), () -> store.has(actor.organisation(), key));
    }
}
