package com.qliento.tryout;

import com.qliento.call.CallRequest;
import com.qliento.call.Calls;
import com.qliento.conversation.Rehearsals;
import com.qliento.flow.LiveFlow;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.Organisations;
import com.qliento.rules.feel.Expressions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where plays are played: the live engine, and what else the organisation would do with a message. */
@Component
class Theatre {

    private final Rehearsals rehearsals;
    private final Expressions expressions;
    private final RunningFlows running;
    private final Organisations organisations;
    private final Calls calls;

    Theatre(
            Rehearsals rehearsals,
            Expressions expressions,
            RunningFlows running,
            Organisations organisations,
            Calls calls) {
        this.rehearsals = rehearsals;
        this.expressions = expressions;
        this.running = running;
        this.organisations = organisations;
        this.calls = calls;
    }

    Rehearsals rehearsals() {
        return rehearsals;
    }

    Expressions expressions() {
        return expressions;
    }

    /** What this call would be. */
    Calls.Preview preview(CallRequest call) {
        return calls.preview(call);
    }

    /** The published flow besides this one that a customer gets by this text. */
    Optional<LiveFlow> other(Stage.Piece piece, String text) {
        return running.otherWithKeyword(piece.organisation(), piece.version().flowKey(), text);
    }

    Organisation organisation(Stage.Piece piece) {
        return organisations.get(piece.organisation());
    }
}
