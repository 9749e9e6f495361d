package com.qliento.tryout;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowReader;
import com.qliento.conversation.Rehearsals;
import com.qliento.engine.Sandboxes;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Flows in the engine that nobody published: put there to be played, and taken away. */
@Component
class Scenery {

    private final FlowReader reader;
    private final Sandboxes sandboxes;
    private final OrganisationScope scope;

    Scenery(FlowReader reader, Sandboxes sandboxes, OrganisationScope scope) {
        this.reader = reader;
        this.sandboxes = sandboxes;
        this.scope = scope;
    }

    /** Sets up a file without errors. */
    Stage.Piece build(OrganisationId organisation, String flowKey, byte[] bpmn, Instant drawnAt) {
        var model = reader.read(bpmn);
        var compiled = FlowCompiler.compileToTry(model, flowKey);
        var sandbox =
                scope.in(organisation, () -> sandboxes.deploy(organisation, FlowCompiler.tryKey(flowKey), compiled));
        return new Stage.Piece(
                organisation,
                model,
                new Rehearsals.Version(flowKey, sandbox.definitionId()),
                sandbox.deploymentId(),
                drawnAt);
    }

    void clear(String deploymentId) {
        sandboxes.remove(deploymentId);
    }

    /** Deployments set up before this time, on any node. */
    List<String> olderThan(Instant time) {
        return sandboxes.olderThan(time);
    }
}
