package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.conversation.Rehearsals;
import com.qliento.engine.Sandboxes;
import com.qliento.flow.FlowReview;
import com.qliento.flow.Flows;
import com.qliento.flow.LiveFlow;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import com.qliento.rules.feel.Expressions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets a draft up to be played, and clears it away again. */
@Component
class Stage {

    private final FlowReview review;
    private final Sandboxes sandboxes;
    private final Rehearsals rehearsals;
    private final Expressions expressions;
    private final House house;

    /** Whose flows they are. */
    @Component
    record House(
            OrganisationScope scope,
            Organisations organisations,
            Flows flows,
            RunningFlows running,
            FlowReader reader) {}

    Stage(FlowReview review, Sandboxes sandboxes, Rehearsals rehearsals, Expressions expressions, House house) {
        this.review = review;
        this.sandboxes = sandboxes;
        this.rehearsals = rehearsals;
        this.expressions = expressions;
        this.house = house;
    }

    /**
     * A draft that can be played.
     *
     * @param draftAt when the draft was saved that this is
     */
    record Piece(
            OrganisationId organisation,
            FlowModel model,
            Rehearsals.Version version,
            String deploymentId,
            Instant draftAt) {}

    /** Sets the draft up; throws {@link Problem} with what is wrong when it has errors. */
    Piece set(Actor actor, String flowKey) {
        var draft = house.flows().get(actor, flowKey);
        return set(actor, flowKey, draft.content(), draft.draftAt());
    }

    /** Sets up a file that is no draft. */
    Piece set(Actor actor, String flowKey, byte[] bpmn, Instant drawnAt) {
        var problems = review.check(actor, flowKey, bpmn, Locale.ENGLISH);
        if (problems.stream().anyMatch(FlowProblem::error)) {
            throw FlowReview.hasErrors(
                    "The flow can't be tried as it is. Mend what 'problems' lists, then try again.", problems);
        }
        return setSound(actor, flowKey, bpmn, drawnAt);
    }

    /** Sets up a file that was found without errors. */
    Piece setSound(Actor actor, String flowKey, byte[] bpmn, Instant drawnAt) {
        var model = house.reader().read(bpmn);
        var compiled = FlowCompiler.compileToTry(model, flowKey);
        var sandbox = house.scope()
                .in(
                        actor.organisation(),
                        () -> sandboxes.deploy(actor.organisation(), FlowCompiler.tryKey(flowKey), compiled));
        return new Piece(
                actor.organisation(),
                model,
                new Rehearsals.Version(flowKey, sandbox.definitionId()),
                sandbox.deploymentId(),
                drawnAt);
    }

    /** Whether the draft is another by now than the one that is played. */
    boolean outdated(Actor actor, Piece piece) {
        return !house.flows().get(actor, piece.version().flowKey()).draftAt().equals(piece.draftAt());
    }

    void clear(Piece piece) {
        clear(piece.deploymentId());
    }

    void clear(String deploymentId) {
        sandboxes.remove(deploymentId);
    }

    /** Pieces set up before this time, on any node. */
    List<String> olderThan(Instant time) {
        return sandboxes.olderThan(time);
    }

    /** A play of this piece with this customer, beginning at this time. */
    Play play(Piece piece, Persona persona, Instant now) {
        return new Play(this, piece, persona, now);
    }

    Rehearsals rehearsals() {
        return rehearsals;
    }

    Expressions expressions() {
        return expressions;
    }

    /** The published flow besides this one that a customer gets by this text. */
    Optional<LiveFlow> other(Piece piece, String text) {
        return house.running()
                .otherWithKeyword(piece.organisation(), piece.version().flowKey(), text);
    }

    Organisation organisation(Piece piece) {
        return house.organisations().get(piece.organisation());
    }
}
