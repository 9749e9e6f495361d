package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.draft.TooManyCases;
import com.qliento.flow.Flows;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The test cases of flows. Each throws {@link Problem}: forbidden to those whose role does not allow it, not found for a
 * flow or case that is not there. Cases are stored as they are: they are for invented words, not for what customers wrote.
 */
@Component
public class FlowCases {

    /** For one flow. */
    static final int MOST = 100;

    private final Flows flows;
    private final FlowCaseStore store;
    private final OrganisationScope scope;
    private final Stage stage;
    private final Clock clock;

    FlowCases(Flows flows, FlowCaseStore store, OrganisationScope scope, Stage stage, Clock clock) {
        this.flows = flows;
        this.store = store;
        this.scope = scope;
        this.stage = stage;
        this.clock = clock;
    }

    /** The flow's cases, oldest first. */
    public List<FlowCase> list(Actor actor, String flowKey) {
        flows.requireKnown(actor, flowKey);
        return scope.in(actor.organisation(), () -> store.list(actor.organisation(), flowKey));
    }

    /** Keeps the chat of a try as a case: what the customer did there is done again, and the replies must be alike. */
    public FlowCase save(Actor actor, String flowKey, String name, TryState chat) {
        actor.require(Permission.BUILD);
        return add(actor, flowKey, name, chat.persona(), Cases.steps(chat.chat()));
    }

    /** Adds a case, at the end. */
    public FlowCase add(Actor actor, String flowKey, String name, Persona persona, List<CaseStep> steps) {
        actor.require(Permission.BUILD);
        flows.requireKnown(actor, flowKey);
        var made = new FlowCase(UUID.randomUUID(), name, persona, steps);
        scope.run(actor.organisation(), () -> {
            if (store.list(actor.organisation(), flowKey).size() >= MOST) {
                throw TooManyCases.problem(
                                "Too many test cases", "A flow has at most " + MOST + " test cases. Delete one first.")
                        .with("most", MOST);
            }
            store.add(actor.organisation(), flowKey, made, clock.instant());
        });
        return made;
    }

    /** Gives a case another name. */
    public void rename(Actor actor, String flowKey, UUID id, String name) {
        actor.require(Permission.BUILD);
        var same = new FlowCase(id, name, Persona.samples().get(0), List.of(CaseStep.say("")));
        found(id, scope.in(actor.organisation(), () -> store.rename(actor.organisation(), flowKey, id, same.name())));
    }

    /** Takes a case away. */
    public void delete(Actor actor, String flowKey, UUID id) {
        actor.require(Permission.BUILD);
        found(id, scope.in(actor.organisation(), () -> store.delete(actor.organisation(), flowKey, id)));
    }

    private static void found(UUID id, boolean there) {
        if (!there) {
            throw Problem.notFound("test case", id);
        }
    }

    /** Plays one case against the draft. */
    public CaseResult run(Actor actor, String flowKey, UUID id) {
        actor.require(Permission.BUILD);
        return play(actor, flowKey, List.of(find(actor, flowKey, id))).get(0);
    }

    /**
     * Plays a case and takes what the draft replies now for what it should reply; what was as expected stays as it is
     * written. Gives how it went before.
     */
    public CaseResult accept(Actor actor, String flowKey, UUID id) {
        actor.require(Permission.BUILD);
        var one = find(actor, flowKey, id);
        var piece = stage.set(actor, flowKey);
        try {
            var played = new CasePlay(stage, piece, one, clock.instant());
            var result = played.run();
            var accepted = new FlowCase(id, one.name(), one.persona(), played.accepted());
            found(id, scope.in(actor.organisation(), () -> store.change(actor.organisation(), flowKey, accepted)));
            return result;
        } finally {
            stage.clear(piece);
        }
    }

    private FlowCase find(Actor actor, String flowKey, UUID id) {
        return list(actor, flowKey).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("test case", id));
    }

    /** Plays all cases against the draft, each from the beginning. */
    public List<CaseResult> runAll(Actor actor, String flowKey) {
        actor.require(Permission.BUILD);
        return play(actor, flowKey, list(actor, flowKey));
    }

    /** Plays these cases against a draft that was found without errors; for whoever may publish, too. */
    List<CaseResult> play(Actor actor, Draft sound, List<FlowCase> cases) {
        return play(stage.setSound(actor, sound.key(), sound.content(), sound.draftAt()), cases);
    }

    private List<CaseResult> play(Actor actor, String flowKey, List<FlowCase> cases) {
        return cases.isEmpty() ? List.of() : play(stage.set(actor, flowKey), cases);
    }

    private List<CaseResult> play(Stage.Piece piece, List<FlowCase> cases) {
        try {
            return cases.stream()
                    .map(one -> new CasePlay(stage, piece, one, clock.instant()).run())
                    .toList();
        } finally {
            stage.clear(piece);
        }
    }

    /** The cases as the file that lies beside {@code flow.bpmn}, {@code cases.json}. */
    public String exportJson(Actor actor, String flowKey) {
        return CaseFile.write(list(actor, flowKey));
    }

    /** Adds the cases of such a file; how many. Throws {@link Problem} when it is none, and then adds nothing. */
    public int importJson(Actor actor, String flowKey, String json) {
        actor.require(Permission.BUILD);
        var cases = CaseFile.read(json);
        scope.run(
                actor.organisation(),
                () -> cases.forEach(one -> add(actor, flowKey, one.name(), one.persona(), one.steps())));
        return cases.size();
    }
}
