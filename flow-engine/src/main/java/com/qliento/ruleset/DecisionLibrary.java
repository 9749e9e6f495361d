package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What happens to decisions beside writing them: who decides by them, and their end. */
@Component
public class DecisionLibrary {

    private static final ProblemType DECISION_IN_USE =
            new ProblemType(ProblemKind.CONFLICT, "decision-in-use", "The decision is in use");

    private final DecisionStore store;
    private final LiveDecisions live;
    private final OrganisationScope scope;
    private final Audit audit;
    private final ObjectProvider<DecisionUse> users;

    DecisionLibrary(
            DecisionStore store,
            LiveDecisions live,
            OrganisationScope scope,
            Audit audit,
            ObjectProvider<DecisionUse> users) {
        this.store = store;
        this.live = live;
        this.scope = scope;
        this.audit = audit;
        this.users = users;
    }

    /** What decides by which decision, by its key; decisions that nothing uses are left out. */
    public Map<String, List<DecisionUse.Used>> uses(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> uses(actor.organisation()));
    }

    private Map<String, List<DecisionUse.Used>> uses(OrganisationId organisation) {
        var all = new TreeMap<String, List<DecisionUse.Used>>();
        users.forEach(
                user -> user.of(organisation).forEach((key, used) -> all.computeIfAbsent(key, none -> new ArrayList<>())
                        .addAll(used)));
        return all;
    }

    /**
     * Deletes a decision with its versions; throws {@link Problem} {@code decision-in-use} while anything decides by it.
     */
    public void delete(Actor actor, String key) {
        actor.require(Permission.BUILD);
        audit.run(actor.did(AuditAction.DECISION_DELETED, key), () -> {
            if (!store.lock(actor.organisation(), key)) {
                throw Problem.notFound("decision", key);
            }
            List<DecisionUse.Used> used = uses(actor.organisation()).getOrDefault(key, List.of());
            if (!used.isEmpty()) {
                throw DECISION_IN_USE
                        .because("Flows decide by it: "
                                + String.join(
                                        ", ",
                                        used.stream().map(DecisionUse.Used::key).toList())
                                + ". Let them decide otherwise, publish them, then delete it.")
                        .with("flows", used);
            }
            store.delete(actor.organisation(), key);
            store.announce(actor.organisation());
        });
        live.forget(actor.organisation());
    }
}
