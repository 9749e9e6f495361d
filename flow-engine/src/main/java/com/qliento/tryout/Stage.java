package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.conversation.Rehearsals;
import com.qliento.flow.FlowReview;
import com.qliento.flow.Flows;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sets a draft up to be played, and clears it away again. */
@Component
class Stage {

    private final FlowReview review;
    private final Flows flows;
    private final Scenery scenery;
    private final Theatre theatre;

    Stage(FlowReview review, Flows flows, Scenery scenery, Theatre theatre) {
        this.review = review;
        this.flows = flows;
        this.scenery = scenery;
        this.theatre = theatre;
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
        var draft = flows.get(actor, flowKey);
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
        return scenery.build(actor.organisation(), flowKey, bpmn, drawnAt);
    }

    /** Whether the draft is another by now than the one that is played. */
    boolean outdated(Actor actor, Piece piece) {
        return !flows.get(actor, piece.version().flowKey()).draftAt().equals(piece.draftAt());
    }

    void clear(Piece piece) {
        clear(piece.deploymentId());
    }

    void clear(String deploymentId) {
        scenery.clear(deploymentId);
    }

    /** Pieces set up before this time, on any node. */
    List<String> olderThan(Instant time) {
        return scenery.olderThan(time);
    }

    /** A play of this piece with this customer, beginning at this time. */
    Play play(Piece piece, Persona persona, Instant now) {
        return new Play(theatre, piece, persona, now);
    }
}
